namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2006_SuppressedOnAnyRefusalTests
{
    private static readonly Verifier Rule = new("SMTP2006");

    private const string List = """
        interface ISuppressions { void Suppress(string address); void Add(string address); }

        ISuppressions suppressions; HashSet<string> suppressed;

        void Unsubscribe(string address) { }

        void Deactivate(string address) { }


        """;

    public static readonly Cases Reported = new()
    {
        { "the class, by division", """
            void On(SmtpCommandException ex, string to) {
                if ((int)ex.StatusCode / 100 == 5) {|SMTP2006:suppressions.Suppress(to)|};
            }
            """ },
        { "the class, by its bound", """
            void On(SmtpCommandException ex, string to) {
                if ((int)ex.StatusCode >= 500) {|SMTP2006:Unsubscribe(to)|};
            }
            """ },
        { "in a filter", """
            void Send(string to) {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 500 and < 600) {
                    {|SMTP2006:Deactivate(to)|};
                }
            }
            """ },
        { "added to a list", "void On(SmtpStatusCode code, string to) { if ((int)code >= 500) {|SMTP2006:suppressed.Add(to)|}; }" },
        { "an arm", """
            void On(SmtpCommandException ex, string to) {
                switch ((int)ex.StatusCode / 100) { case 5: {|SMTP2006:suppressions.Suppress(to)|}; break; }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "550 alone", """
            void On(SmtpCommandException ex, string to) {
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) suppressions.Suppress(to);
            }
            """ },
        { "the enhanced code is looked at", """
            void On(SmtpCommandException ex, string to) {
                if ((int)ex.StatusCode >= 500 && ex.Message.StartsWith("5.1.1")) suppressions.Suppress(to);
            }
            """ },
        { "one of two enhanced codes is looked at", """
            void On(SmtpCommandException ex, string to) {
                if ((int)ex.StatusCode >= 500 && (ex.Message.StartsWith("5.1.") || ex.Message.StartsWith("5.2.1")))
                    suppressions.Suppress(to);
            }
            """ },
        { "the enhanced code is looked at before", """
            void On(SmtpCommandException ex, string to) {
                if (!ex.Message.StartsWith("5.1.")) return; if ((int)ex.StatusCode >= 500) suppressions.Suppress(to);
            }
            """ },
        { "the message is given up, the recipient is not",
            "void On(SmtpCommandException ex) { if ((int)ex.StatusCode >= 500) queue.DeadLetter(message); }" },
        { "4yz too, which is another rule's",
            "void On(SmtpCommandException ex, string to) { if ((int)ex.StatusCode >= 400) suppressions.Suppress(to); }" },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task On_the_class(string member) => Rule.MailKit(List + member);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_more_is_asked(string member) => Rule.MailKit(List + member);
}
