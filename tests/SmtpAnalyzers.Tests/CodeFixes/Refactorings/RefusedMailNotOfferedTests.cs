namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>Where the light bulb has nothing to say.</summary>
public sealed class RefusedMailNotOfferedTests
{
    public static readonly TheoryData<string, string> Members = new()
    {
        {
            "Handled by class",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                try { client.$$Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { }
            }
            """
        },
        {
            "Caught with its base",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                try { client.$$Send(message); }
                catch (MailKit.CommandException) { throw; }
            }
            """
        },
        {
            "Handled by the try outside",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                try
                {
                    try { client.$$Send(message); }
                    finally { client.Dispose(); }
                }
                catch (SmtpCommandException) { throw; }
                catch { }
            }
            """
        },
        {
            "A catch-all with a condition",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                try { client.$$Send(message); }
                catch (Exception ex) when (ex is SmtpCommandException) { throw; }
            }
            """
        },
        { "An expression body", "public static void M(SmtpClient client, MimeMessage message) => client.$$Send(message);" },
        { "An expression lambda",
            "public static Func<Task> M(SmtpClient client, MimeMessage message) { return () => client.$$SendAsync(message); }" },
        { "A task that others await",
            "public static Task M(SmtpClient client, MimeMessage message) { return client.$$SendAsync(message); }" },
        { "A task that nobody awaits",
            "public static void M(SmtpClient client, MimeMessage message) { _ = client.$$SendAsync(message); }" },
        { "Waited for, which wraps what is thrown",
            "public static void M(SmtpClient client, MimeMessage message) { client.$$SendAsync(message).Wait(); }" },
        {
            "A retry of the same message",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                while (true)
                {
                    try { client.$$Send(message); return; }
                    catch (Exception ex) { Console.WriteLine(ex); }
                }
            }
            """
        },
        {
            "A loop that goes on after every failure, without outcomes",
            """
            public static void M(SmtpClient client, MimeMessage[] all)
            {
                foreach (var message in all)
                {
                    try { client.$$Send(message); }
                    catch (Exception ex) { Console.WriteLine(ex); }
                }
            }
            """
        },
        { "Below an if without braces",
            "public static void M(SmtpClient client, MimeMessage message) { if (client.IsConnected) client.$$Send(message); }" },
        { "More than the send",
            "public static void M(SmtpClient client, MimeMessage message) { Console.WriteLine($$client.Send(message)); }" },
        { "The method of another class", "public static void M(Other client, MimeMessage message) { client.$$Send(message); }" },
        { "A socket", "public static void M(System.Net.Sockets.Socket client, byte[] message) { client.$$Send(message); }" },
        {
            "HTTP",
            """
            public static async Task M(System.Net.Http.HttpClient client, System.Net.Http.HttpRequestMessage message)
            {
                await client.$$SendAsync(message);
            }
            """
        },
        {
            "The other library's event-based send",
            """
            public static void M(System.Net.Mail.SmtpClient client, System.Net.Mail.MailMessage message)
            {
                client.$$SendAsync(message, null);
            }
            """
        },
        { "Another call of the client", "public static void M(SmtpClient client) { client.$$Disconnect(true); }" },
        { "Another statement",
            "public static void M(SmtpClient client, MimeMessage message) { message.$$Subject = \"x\"; client.Send(message); }" },
        {
            "Not in a handler, but between",
            """
            public static void M(SmtpClient client, MimeMessage message)
            {
                try { client.Connect("x"); }
                catch (IOException) { $$throw; }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Members))]
    public Task Nothing(string why, string member) => RefactoringCases.GivesNothing(
        $"{RefactoringCases.MailKitUsings}// {why}\npublic class Other {{ public void Send(object mail) {{ }} }}\nstatic class "
            + $"Mailer\n{{\n    {member}\n}}\n");
}
