using Inbox;
using SmtpServer;
using SmtpServer.ComponentModel;

// Inbox <port> <folder of the spool> <file with the mailboxes>; ends with its input.
if (args.Length < 3)
{
    Console.Error.WriteLine("usage: Inbox <port> <spool> <mailboxes>");
    return 2;
}

var services = new ServiceProvider();
services.Add(new SpoolStore(args[1]));
services.Add(new KnownMailboxes(args[2]));
var options = new SmtpServerOptionsBuilder().ServerName("inbox.test").Port(int.Parse(args[0])).Build();

using var stopping = new CancellationTokenSource();
var running = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
Console.WriteLine("listening");
while (await Console.In.ReadLineAsync() is not null)
{
}

stopping.Cancel();
await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1)));
return 0;
