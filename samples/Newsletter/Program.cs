using Newsletter;

// Newsletter <host> <port> [--mails file] [--pause milliseconds] [--report file]
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: Newsletter <host> <port> [--mails file] [--pause milliseconds] [--report file]");
    return 2;
}

var settings = Settings.Parse(args);
var report = new Report();
var sender = new SmtpSender(settings);

var worker = new MailWorker(sender, settings, report);
var confirmations = new ConfirmationMailer(sender, settings, report);

foreach (var mail in MailFile.Read(settings.MailFile))
{
    if (mail.Kind == MailKind.Confirmation)
        await confirmations.SendAsync(mail);
    else
        worker.Enqueue(mail);
}

await worker.RunAsync();
new LegacyNotifier(settings, report).NotifyAdmins($"Delivered {report.Delivered}, given up {report.GivenUp}");

Console.WriteLine(report);
if (settings.ReportFile is { } file)
    report.Save(file);
return 0;
