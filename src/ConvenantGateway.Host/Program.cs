Console.WriteLine("ConvenantGateway");
