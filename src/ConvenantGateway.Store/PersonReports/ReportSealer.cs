using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// Seals requests for person reports as the values of a record about the same persons: under the keys of the betrokkene and, where there is one, the representative. Destroying either makes the request unreadable.
/// Thread safe.
/// </summary>
/// <param name="keys">The keys.</param>
internal sealed class ReportSealer(IRecordKeys keys)
{
    /// <summary>The class of a request: that of the records of its steps.</summary>
    public static readonly RetentionClass Retention = RetentionClassNames.Of(RecordType.PersonReport);

    private const string Field = "person-report";

    private readonly ViewSealer _sealer = new(keys);

    /// <summary>Seals: an envelope whose header holds the persons' blind values.</summary>
    public byte[] Seal(PersonReportFile file)
    {
        var view = new RecordView(file.Request.Viewer, [new RecordValue(Field, Encoding.UTF8.GetString(ReportJson.Write(file)))], file.Request.Persons);
        return _sealer.Seal(view, Retention).Sealed.Envelope.ToArray();
    }

    /// <summary>Opens a row, or says why it is erased.</summary>
    /// <exception cref="InvalidDataException">The row was changed, or its key is missing and no tombstone says why.</exception>
    public (PersonReportFile? File, ErasureMark? Erased) Open(Database database, string viewer, Guid id, int revision, long index, ReadOnlyMemory<byte> envelope)
    {
        var (view, erased) = ViewOpening.Open(database, _sealer, index, viewer, envelope);
        if (view is null)
        {
            return (null, erased ?? throw new InvalidDataException("the key of a stored person report is missing and no tombstone says why"));
        }

        // The envelope is bound to the viewer and the persons; which request it is stands within.
        return view.Values is [{ Field: Field } value] && ReportJson.ReadFile(Encoding.UTF8.GetBytes(value.Value)) is var file && file.Request.Id == id && file.Request.Viewer == viewer && file.Revision == revision
            ? (file, null)
            : throw new InvalidDataException("a stored person report is not the one that its row says");
    }
}
