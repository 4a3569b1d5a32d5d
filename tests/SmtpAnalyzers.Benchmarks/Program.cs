Console.WriteLine("allocation gate");
