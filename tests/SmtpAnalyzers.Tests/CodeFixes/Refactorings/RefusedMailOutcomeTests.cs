namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>Which of the outcomes in reach the handlers use.</summary>
public sealed class RefusedMailOutcomeTests
{
    private const string
        Temporary = "catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) ",
        Permanent = "catch (SmtpCommandException) ",
        Lost = "catch (Exception ex) when (ex is SmtpProtocolException or IOException) ",
        KeepIt = "{ // 4xx is temporary: keep the message and send it again later. throw; }",
        DropIt = "{ // 5xx is permanent: don't send it again, and tell the sender. throw; }",
        NoReply = "{ // No reply came: the message may have been accepted or not. Send it again later, on a new connection. throw; }";

    [Fact]
    public Task Methods_of_the_class_itself() => RefactoringCases.Writes(
        InClass("""
            void Requeue(MimeMessage message) { }
            static void GiveUp(object message, Exception reason) { }
            public void Send(SmtpClient client, MimeMessage message) { client.$$Send(message); }
            """),
        Temporary + "{ Requeue(message); }", "catch (SmtpCommandException ex) { GiveUp(message, ex); }", Lost + "{ Requeue(message); }");

    [Fact]
    public Task No_instance_method_in_a_static_one_and_none_that_sends() => RefactoringCases.Writes(
        InClass("""
            void GiveUp(MimeMessage message) { }
            static void Resend(MimeMessage message) { }
            static void Requeue(string subject) { }
            public static void Send(SmtpClient client, MimeMessage message) { client.$$Send(message); }
            """),
        Temporary + KeepIt, Permanent + DropIt, Lost + NoReply);

    [Fact]
    public Task No_asynchronous_method_where_nothing_is_awaited() => RefactoringCases.Writes(
        InClass("""
            Task RequeueAsync(MimeMessage message) => Task.CompletedTask;
            public void Send(SmtpClient client, MimeMessage message) { client.$$Send(message); }
            """),
        Temporary + KeepIt, Permanent + DropIt, Lost + NoReply);

    [Fact]
    public Task No_member_that_says_nothing() => RefactoringCases.Writes(
        InClass("""
            public Answer Send(SmtpClient client, MimeMessage message)
            {
                client.$$Send(message);
                return Answer.Yes;
            }
            """) + "public enum Answer { Yes, No, Retries }\n",
        Temporary + KeepIt, Permanent + DropIt, Lost + NoReply);

    [Fact]
    public Task The_member_that_the_file_uses() => RefactoringCases.Writes(
        InClass("""
            public static bool IsOver(Answer answer) => answer is Answer.Sent or Answer.DeadLetter;

            public Answer Send(SmtpClient client, MimeMessage message)
            {
                client.$$Send(message);
                return Answer.Sent;
            }
            """) + "public enum Answer { Sent, Retry, Bounced, DeadLetter }\n",
        Temporary + "{ return Answer.Retry; }", Permanent + "{ return Answer.DeadLetter; }", Lost + "{ return Answer.Retry; }");

    [Fact]
    public Task A_handler_that_goes_on_has_company_that_goes_on() => RefactoringCases.Writes(
        InClass("""
            void Requeue(MimeMessage message) { }
            void GiveUp(MimeMessage message) { }
            public void Send(SmtpClient client, MimeMessage message)
            {
                try
                {
                    client.$$Send(message);
                }
                catch (Exception ex)
                {
                    Console.WriteLine(ex);
                }

                client.Disconnect(true);
            }
            """),
        Temporary + "{ Requeue(message); }", Permanent + "{ GiveUp(message); }", Lost + "{ Requeue(message); }",
        "catch (Exception ex) { Console.WriteLine(ex); }");

    [Fact]
    public Task Top_level_statements() => RefactoringCases.Writes(
        RefactoringCases.MailKitUsings
            + "\nusing var client = new SmtpClient();\nclient.Connect(\"mail.x.test\");\nclient.$$Send(new "
            + "MimeMessage());\nclient.Disconnect(true);\n",
        Temporary + KeepIt, Permanent + DropIt, Lost + NoReply);

    private static string InClass(string members) =>
        $"{RefactoringCases.MailKitUsings}\nclass Mailer\n{{\n    {members.Replace("\n", "\n    ")}\n}}\n";
}
