namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>
/// Values that are made of themselves: <c>text = text + line</c>, lists that are filled from each other, half-typed code. Whoever follows a
/// value back must come to an end, and a stack overflow would take the compiler with it.
/// </summary>
public sealed class CyclicValueTests
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading;
        using System.Threading.Tasks; using MailKit.Net.Smtp; using MimeKit; using Polly; using Polly.Retry; using Net = System.Net.Mail;
        record Reply { public int Code; public string Text; public Reply Next; }
        class SmtpStreamReader {
            public dynamic queue, stream; public List<string> list; public StringBuilder builder; public SmtpClient client;
            public MimeMessage message; public Exception ex; public string more; public bool Delivered;
            public void GiveUp(string reason) { } public void Retry(string reason) { } public T Of<T>(Func<T> value) => value();
        }
        class Known { public bool IsPermanent(SmtpStatusCode code) => code == SmtpStatusCode.MailboxBusy; }
        """;

    /// <summary>How the value that is called <c>v</c> is kept, around the code that makes it of itself and asks for it.</summary>
    private static readonly string[] Places =
    [
        "void Work() { T v = NEW; v = MADE; USES }", "void Work() { T v; v = MADE; USES }", "void Work() { T v = MADE; USES }",
        "T v; void Work() { v = MADE; USES }", "static T v = NEW; void Work() { v = MADE; USES }",
        "T v { get; set; } void Work() { v = MADE; USES }", "void Work(T v) { v = MADE; USES }", "T v => MADE; void Work() { USES }",
        "private T Of(T v) => MADE; void Work() { T v = NEW; v = Of(v); USES }", "private T Of(T v) => Of(MADE); void Work(T v) { USES }",
        "void Work() { T v = NEW; while (true) { try { client.Send(message); } catch (SmtpCommandException) { v = MADE; USES } } }",
    ];

    public static readonly TheoryData<string, string, string[], string> Values = new()
    {
        { "string", "\"\"",
            ["v", "v + more", "string.Concat(v, more)", "string.Format(v, more)", "$\"RCPT TO:<{v}>\"", "string.Join(\",\", v, more)",
             "v.Trim()", "v ?? more", "builder.Append(v).ToString()", "v.Split(' ')[0]", "ex.Message + v", "(v, more).Item1",
             "new[] { v, more }[0]", "Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(v))", "Of(() => v)", "\"<\" + v + \">\""],
            """
            if (v.Contains("550")) GiveUp(v); if (v.StartsWith("450")) queue.Requeue(v); if (v == "250") Delivered = true;
            if (v[0] == '5') Retry(v); if (int.Parse(v) == 450) GiveUp(v); stream.WriteLine(v); builder.Append(v); client.Send(message);
            foreach (var one in list) { list.Add(one); if (one == ((Net.SmtpFailedRecipientException)ex).FailedRecipient) list.Add(v); }
            """ },
        { "int", "0",
            ["v", "v * 10 + more.Length", "v / 100", "(int)(SmtpStatusCode)v", "int.Parse(v + more)", "(v, 1).Item1", "v++ + v",
             "v == 0 ? v : v", "ex is SmtpCommandException c ? (int)c.StatusCode : v"],
            """
            if (v == 550) Retry(more); if (v / 100 == 4) GiveUp(more); switch (v) { case 450: GiveUp(more); break; } Thread.Sleep(v);
            """ },
        { "SmtpStatusCode", "default",
            ["v", "(SmtpStatusCode)(int)v", "Enum.Parse<SmtpStatusCode>(v.ToString())", "((SmtpStatusCode?)v) ?? v", "(v, 1).Item1"],
            """
            if (v == SmtpStatusCode.MailboxBusy) GiveUp(more); var said = v switch { SmtpStatusCode.MailboxBusy => "permanent", _ => "" };
            """ },
        { "bool", "false",
            ["v", "!v", "v || more == \"\"", "v ? v : !v", "v |= v", "(v, 1).Item1", "Of(() => v)",
             "v || ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxBusy }"],
            """
            while (!v) { try { client.Send(message); v = true; } catch (SmtpCommandException) { v = v || more == ""; if (v) Retry(more); } }
            if (v) GiveUp(more); Delivered = v;
            """ },
        { "Exception", "null",
            ["v", "v.InnerException", "v.GetBaseException()", "new Exception(v.Message, v)", "v as SmtpCommandException", "ex ?? v"],
            """
            if (v is SmtpCommandException a && a.StatusCode == SmtpStatusCode.MailboxBusy) GiveUp(more);
            if (v.Message.Contains("550")) Retry(more); if (v.InnerException.Message.Contains("4.7.1")) GiveUp(more);
            """ },
        { "Func<Task>", "null", ["v", "() => v()", "async () => await v()", "() => client.SendAsync(message)", "Of(() => v)", "v + v"],
            """
            for (var i = 0; i < 3; i++) { try { v().Wait(); Task.Run(v).Wait(); return; } catch (SmtpCommandException) { } }
            Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(v);
            """ },
        { "IAsyncPolicy", "null", ["v", "v.WrapAsync(v)", "Policy.Handle<Exception>().RetryAsync(3).WrapAsync(v)", "Of(() => v)"],
            "v.ExecuteAsync(() => client.SendAsync(message)).Wait();" },
        { "PredicateBuilder", "null", ["v", "(PredicateBuilder)v.Handle<SmtpCommandException>()", "v ?? v", "Of(() => v)"],
            "var options = new RetryStrategyOptions { ShouldHandle = v.Handle<Exception>() }; options.ShouldHandle = v;" },
        { "PolicyBuilder", "null", ["v", "v.Or<SmtpCommandException>()", "v ?? v", "Of(() => v)"],
            "v.Or<SmtpCommandException>().RetryAsync(3).ExecuteAsync(() => client.SendAsync(message)).Wait();" },
        { "TimeSpan", "default", ["v", "v * 2", "TimeSpan.FromSeconds(v.TotalSeconds)", "(v, 1).Item1", "Of(() => v)"],
            """
            for (var i = 0; i < 3; i++) { try { client.Send(message); } catch (SmtpCommandException) { Task.Delay(v).Wait(); v = v * 2; } }
            """ },
        { "List<string>", "new()", ["v", "v.Concat(v).ToList()", "new List<string>(v)", "[.. v]", "new() { v[0] }", "Of(() => v)"],
            """
            foreach (var one in v) { v.Add(one); list.Add(one); } foreach (var one in list) v.Add(one); stream.WriteLine(v[0]);
            if (v.Contains(((Net.SmtpFailedRecipientException)ex).FailedRecipient)) Retry(more);
            """ },
        { "SmtpClient", "null", ["v", "v ?? v", "(v, 1).Item1", "Of(() => v)"],
            "for (var i = 0; i < 3; i++) { try { v.Send(message); return; } catch (SmtpProtocolException) { v = v ?? client; } }" },
        { "MimeMessage", "null", ["v", "v ?? v", "(v, 1).Item1", "Of(() => v)"],
            "for (var i = 0; i < 3; i++) { try { client.Send(v); return; } catch (SmtpCommandException) { queue.Requeue(v); } }" },
        { "(string Text, bool Retryable)", "default", ["v", "(v.Text, v.Retryable)", "(v.Text + more, !v.Retryable)"],
            """
            var (a, b) = v; v = (a, b); (a, more) = (more, a); if (v.Text.StartsWith("550")) Retry(a); if (b || v.Retryable) Retry(more);
            """ },
        { "Reply", "null", ["v", "v.Next", "v with { Code = v.Code }", "new Reply { Code = v.Code, Text = v.Text }", "Of(() => v)"],
            """
            stream.WriteLine("QUIT"); v = stream.Read(v); v.Next = v; if (v.Code != 250) throw new Exception(v.Text);
            if (v.Next.Code == 450) GiveUp(more); if (v.Text.StartsWith("550")) Retry(more);
            """ },
    };

    [Theory, MemberData(nameof(Values))]
    public async Task Analysis_comes_to_an_end(string type, string start, string[] made, string uses)
    {
        var classes = from place in Places
                      from one in made
                      select place.Replace("T ", type + " ", StringComparison.Ordinal).Replace("NEW", start, StringComparison.Ordinal)
                          .Replace("MADE", one, StringComparison.Ordinal).Replace("USES", uses, StringComparison.Ordinal);
        var source = Usings + string.Concat(classes.Select(static (code, number) => $"\nclass C{number} : SmtpStreamReader {{ {code} }}"));

        var findings = (await AsItStands.FindingsAsync(AsItStands.Document(source))).Select(static finding => finding.Id).ToList();

        Assert.DoesNotContain("AD0001", findings);
        // What is known in the file is found beside it.
        Assert.Contains("SMTP1001", findings);
    }
}
