using System.Runtime.CompilerServices;

// Receipts are made by the log only; its own tests look inside. The store is not on this list: it may not make a receipt.
[assembly: InternalsVisibleTo("ConvenantGateway.Audit.Tests")]
