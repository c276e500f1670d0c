using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// <c>audit witness --checkpoint FILE --log-key KEY --key FILE [--previous FILE --tiles DIR]</c>: checks that the log only grew since the last checkpoint and prints the checkpoint with the co-signature, to be sent to the
/// gateway and kept. Exit code 0 co-signed, 1 could not run, 2 the log is not the one that was co-signed before, 3 invalid input.
/// </summary>
internal static class AuditWitnessCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var checkpoint = new Option<string>("--checkpoint") { Description = "the checkpoint to co-sign, as the gateway gave it", Required = true };
        var logKey = new Option<string[]>("--log-key") { Description = "the log's verifier key, from elsewhere than the gateway; repeat it for several", Required = true };
        var key = new Option<string>("--key") { Description = "the file of the witness's own key (PRIVATE+KEY+…)", Required = true };
        var previous = new Option<string?>("--previous") { Description = "the last checkpoint that was co-signed; leave it out for the first only" };
        var tiles = new Option<string?>("--tiles") { Description = "the folder of hash tiles, under the names of `/log/tile`" };
        var command = new Command("witness", "check that the log only grew, and co-sign its checkpoint") { checkpoint, logKey, key, previous, tiles };
        command.SetAction(parsed => Run(
            new WitnessInput(parsed.GetValue(checkpoint)!, parsed.GetValue(logKey)!, parsed.GetValue(key)!, parsed.GetValue(previous), parsed.GetValue(tiles)), TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static int Run(WitnessInput input, TimeProvider time, TextWriter output, TextWriter error)
    {
        var keys = ImmutableArray.CreateBuilder<LogKeySpan>();
        foreach (var text in input.LogKeys)
        {
            if (!VerifierKey.TryParse(text, out var key))
            {
                error.WriteLine("error: `--log-key` is not a verifier key (name+hash+base64)");
                return ExitCode.InvalidInput;
            }

            keys.Add(new LogKeySpan(key, 0, null));
        }

        if (input.Previous is not null && input.Tiles is null)
        {
            error.WriteLine("error: `--previous` needs `--tiles`");
            return ExitCode.InvalidInput;
        }

        try
        {
            if (!WitnessSigner.TryParse(File.ReadAllText(input.Key), out var signer))
            {
                error.WriteLine($"error: `{input.Key}` holds no key of a witness");
                return ExitCode.InvalidInput;
            }

            var note = File.ReadAllBytes(input.Checkpoint);
            var previous = input.Previous is null ? [] : File.ReadAllBytes(input.Previous);
            if (new WitnessCheck(new LogKeys(keys.ToImmutable()), new TileFolder(input.Tiles ?? "")).Refusal(previous, note) is { } refusal)
            {
                error.WriteLine($"not co-signed: {refusal}");
                return ExitCode.No;
            }

            output.Write(Utf8.GetString(signer.Add(note, time.GetUtcNow())));
            return ExitCode.Yes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {e.Message}");
            return ExitCode.CouldNotRun;
        }
    }
}
