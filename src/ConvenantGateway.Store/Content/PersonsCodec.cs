using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>
/// The plain content of a resource row: its persons, then its JSON. The handles are inside, because the columns hold only their hash; one decryption gives both. Pure.
/// </summary>
/// <remarks>Layout: count (2 bytes, big endian); per person: roles (2), has handle (1), handle (32 if so), length of the Patient's id (1), the id; the JSON is the rest.</remarks>
internal static class PersonsCodec
{
    /// <summary>Persons and JSON as one buffer.</summary>
    public static byte[] Write(ImmutableArray<StoredPerson> persons, ReadOnlySpan<byte> json)
    {
        var length = 2 + json.Length;
        foreach (var person in persons)
        {
            length += 4 + (person.Handle is null ? 0 : 32) + Encoding.UTF8.GetByteCount(person.PatientId);
        }

        var buffer = new byte[length];
        BinaryPrimitives.WriteUInt16BigEndian(buffer, checked((ushort)persons.Length));
        var at = 2;
        foreach (var person in persons)
        {
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(at), person.Rollen.Bits);
            at += 2;
            buffer[at++] = person.Handle is null ? (byte)0 : (byte)1;
            if (person.Handle is { } handle)
            {
                var bytes = handle.ToBytes();
                if (bytes.Length != 32)
                {
                    throw new ArgumentException("a handle is 32 bytes", nameof(persons));
                }

                bytes.CopyTo(buffer, at);
                at += 32;
            }

            var written = Encoding.UTF8.GetBytes(person.PatientId, buffer.AsSpan(at + 1));
            buffer[at] = checked((byte)written);
            at += 1 + written;
        }

        json.CopyTo(buffer.AsSpan(at));
        return buffer;
    }

    /// <summary>The persons, and where the JSON begins.</summary>
    public static (ImmutableArray<StoredPerson> Persons, ReadOnlyMemory<byte> Json) Read(byte[] buffer)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(buffer);
        var persons = ImmutableArray.CreateBuilder<StoredPerson>(count);
        var at = 2;
        for (var i = 0; i < count; i++)
        {
            var roles = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(at));
            at += 2;
            PersonHandle? handle = null;
            if (buffer[at++] == 1)
            {
                handle = new PersonHandle(Convert.ToHexStringLower(buffer, at, 32));
                at += 32;
            }

            var length = buffer[at++];
            persons.Add(new StoredPerson(Encoding.UTF8.GetString(buffer, at, length), handle, new RolSet(roles)));
            at += length;
        }

        return (persons.MoveToImmutable(), buffer.AsMemory(at));
    }
}
