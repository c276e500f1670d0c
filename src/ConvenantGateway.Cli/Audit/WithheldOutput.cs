using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// What a command is about to give out, kept back until its record is durable: in a file without a name, so that a command that is killed before its record leaves nothing to read. The name that it will have is taken
/// first, as an empty file of its owner's only. Use it in order: write, <see cref="Seal"/>, <see cref="Release"/>. Not thread safe.
/// </summary>
internal sealed class WithheldOutput : IDisposable
{
    private readonly FileStream _held;
    private readonly FileStream? _file;
    private readonly TextWriter _standard;
    private readonly StreamWriter _text;
    private bool _isReleased;

    private WithheldOutput(FileStream held, FileStream? file, TextWriter standard, bool withMark)
    {
        (_held, _file, _standard) = (held, file, standard);
        _text = new StreamWriter(held, new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark && file is not null), leaveOpen: true);
    }

    /// <summary>Where to write the text; UTF-8.</summary>
    public TextWriter Text => _text;

    /// <summary>Takes the name.</summary>
    /// <param name="path">The file to write, which must not exist; <c>-</c> for standard output.</param>
    /// <param name="standard">Standard output.</param>
    /// <param name="withMark">True for a file that begins with the byte order mark, as spreadsheets want it.</param>
    /// <exception cref="IOException">There is such a file, or it cannot be made.</exception>
    public static WithheldOutput Take(string path, TextWriter standard, bool withMark = false)
    {
        // Beside the file that it becomes: a folder for temporary files may be small.
        var held = Nameless(path == "-" ? Path.GetTempPath() : Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
#pragma warning disable CA2000 // The output owns it.
            return new WithheldOutput(held, path == "-" ? null : new FileStream(path, Owned()), standard, withMark);
#pragma warning restore CA2000
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Ends the writing.</summary>
    /// <returns>SHA-256 of the bytes that will be given out, lower-case hex.</returns>
    public string Seal()
    {
        _text.Flush();
        _held.Position = 0;
        var digest = Convert.ToHexStringLower(SHA256.HashData(_held));
        _held.Position = 0;
        return digest;
    }

    /// <summary>Gives it out. Only after the record.</summary>
    /// <exception cref="IOException">It could not be written: the record says more than was given out.</exception>
    public void Release()
    {
        if (_file is null)
        {
            Print();
        }
        else
        {
            _held.CopyTo(_file);
            _file.Flush(flushToDisk: true);
        }

        _isReleased = true;
    }

    /// <summary>Frees the name again, if nothing was given out.</summary>
    public void Dispose()
    {
        _text.Dispose();
        _held.Dispose();
        if (_file is not null)
        {
            _file.Dispose();
            if (!_isReleased)
            {
                File.Delete(_file.Name);
            }
        }
    }

    private void Print()
    {
        using var reader = new StreamReader(_held, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var part = new char[8192];
        while (reader.Read(part) is > 0 and var read)
        {
            _standard.Write(part.AsSpan(0, read));
        }

        _standard.Flush();
    }

    private static FileStream Nameless(string folder)
    {
        var options = Owned();
        options.Options = FileOptions.DeleteOnClose;
        var held = new FileStream(Path.Combine(folder, $".convenant-{Guid.NewGuid():N}"), options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(held.Name);
        }

        return held;
    }

    // What stands in it is about persons, if by pseudonym: the file is its owner's only.
    private static FileStreamOptions Owned()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
