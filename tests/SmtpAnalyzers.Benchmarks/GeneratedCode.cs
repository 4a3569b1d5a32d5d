namespace SmtpAnalyzers.Benchmarks;

/// <summary>
/// The project that is compiled: 8,000 methods with a try and a catch, and files that handle SMTP replies where asked for.
/// </summary>
internal static class GeneratedCode
{
    private const int PlainFiles = 400, MethodsPerFile = 20;

    public static IEnumerable<string> Files(int smtpFiles) =>
        Enumerable.Range(0, PlainFiles).Select(PlainFile).Concat(Enumerable.Range(0, smtpFiles).Select(SmtpFile));

    private static string PlainFile(int file) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;

        namespace Generated.Stock{{file}}
        {
            public sealed class Shelf
            {
                private readonly Dictionary<string, int> _items = new Dictionary<string, int>();

        {{string.Concat(Enumerable.Range(0, MethodsPerFile).Select(PlainMethod))}}
            }
        }
        """;

    private static string PlainMethod(int method) => $$"""
                public int Load{{method}}(string path, int limit)
                {
                    var total = 0;
                    try
                    {
                        foreach (var line in File.ReadLines(path).Where(text => text.Length > {{method}}))
                        {
                            var parts = line.Split(';');
                            if (parts.Length < 2 || !int.TryParse(parts[1], out var count))
                                continue;
                            total += _items[parts[0]] = Math.Min(count, limit);
                        }
                    }
                    catch (IOException ex) when (ex.HResult != {{method}})
                    {
                        Console.WriteLine("cannot read {0}: {1}", path, ex.Message);
                        return -1;
                    }
                    catch (KeyNotFoundException)
                    {
                        total = total > 0 ? total : _items.Count + {{method}};
                    }

                    return total;
                }

        """;

    private static string SmtpFile(int file) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MimeKit;

        namespace Generated.Mail{{file}}
        {
            public enum Verdict { Sent, Retry, Bounced }

            public sealed class Mailer
            {
                public async Task<Verdict> SendAsync(SmtpClient client, MimeMessage message)
                {
                    for (var attempt = 0; attempt < 5; attempt++)
                    {
                        try
                        {
                            await client.SendAsync(message);
                            return Verdict.Sent;
                        }
                        catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
                        {
                            await Task.Delay(TimeSpan.FromMinutes(attempt + 1));
                        }
                        catch (SmtpCommandException ex)
                        {
                            return Judge(ex);
                        }
                    }

                    return Verdict.Retry;
                }

                public static Verdict Judge(SmtpCommandException ex)
                {
                    switch (ex.StatusCode)
                    {
                        case SmtpStatusCode.MailboxBusy:
                        case SmtpStatusCode.MailboxUnavailable:
                            return Verdict.Bounced;
                        case SmtpStatusCode.ServiceNotAvailable:
                            return Verdict.Retry;
                        default:
                            return (int)ex.StatusCode < 500 ? Verdict.Retry : Verdict.Bounced;
                    }
                }

                public static bool IsTransient(System.Net.Mail.SmtpException ex) =>
                    ex.StatusCode == System.Net.Mail.SmtpStatusCode.MailboxBusy
                    || ex.StatusCode == System.Net.Mail.SmtpStatusCode.MailboxUnavailable;
            }
        }
        """;
}
