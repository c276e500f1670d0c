// Appends until it is killed, in turn from one producer, which then commits itself, and from eight; with a second argument `one-thread` always from eight, and none commits itself. Prints each receipt after its append returned, and `refused` where the log could not record. The tests kill it, or make its disk fail.
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;

// Of so many appends of the first producer, the others stand beside it in the last: as many receipts of one producer as of eight.
const int Cycle = 72;
const int Alone = 64;

GatewayStore gateway;
var isOneThread = args is [_, "one-thread"];
try
{
    var options = new StoreOptions { Database = args[0], LogOrigin = "convenantgateway.nl/log/test" };
    gateway = GatewayStore.Open(isOneThread ? options with { Log = new AuditLogOptions { QuickTurn = TimeSpan.Zero } } : options, TimeProvider.System);
}
catch (LogInUseException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

var register = PartnerId.Parse("ashg-noord");
var gate = new Lock();
var appends = 0;
await Task.WhenAll(Enumerable.Range(0, 8).Select(producer => Task.Run(async () =>
{
    while (true)
    {
        if (producer == 0)
        {
            Interlocked.Increment(ref appends);
        }
        else if (!isOneThread && Volatile.Read(ref appends) % Cycle < Alone)
        {
            await Task.Delay(1);
            continue;
        }

        var transaction = Guid.CreateVersion7();
        var record = new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = transaction,
            Time = TimeProvider.System.GetUtcNow(),
            Caller = "politie-noord",
            Outcome = "stored",
            BodyDigest = new string('0', 64),
            Views = [new RecordView("ashg-noord", [new RecordValue("actor", "x")], [])],
        };
        var resource = new StoredResource
        {
            Register = register,
            Source = register,
            Transaction = transaction,
            Type = "Condition",
            Id = transaction.ToString(),
            ReceivedAt = TimeProvider.System.GetUtcNow(),
            Json = Encoding.UTF8.GetBytes("{\"resourceType\":\"Condition\"}"),
        };
        string line;
        try
        {
            var receipt = await gateway.Log.AppendAsync(record, new StoreWrites { Resources = [resource], Claim = (register, transaction) }, CancellationToken.None);
            line = $"{receipt.Index} {receipt.Leaf} {transaction}";
        }
        catch (AuditUnavailableException)
        {
            line = "refused";
        }

        lock (gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
})));
return 0;
