namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Every expression whose value is a reply code, whatever is computed from it on the way to the test.</summary>
public sealed class SourceTests
{
    public static readonly Cases Numbers = new()
    {
        { "a checked cast", "bool IsPermanent(SmtpCommandException ex) => checked((int)ex.StatusCode) == {|SMTP1001:450|};" },
        { "an unsigned cast", "bool IsPermanent(SmtpCommandException ex) => (uint)ex.StatusCode == {|SMTP1001:450u|};" },
        { "Convert.ToInt32", "bool IsPermanent(SmtpCommandException ex) => Convert.ToInt32(ex.StatusCode) == {|SMTP1001:450|};" },
        { "Convert.ToInt16", "bool IsPermanent(SmtpCommandException ex) => Convert.ToInt16(ex.StatusCode) == {|SMTP1001:450|};" },
        { "a cast to the enum", "bool IsPermanent(int n) => (SmtpStatusCode)n == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a number that becomes the enum elsewhere",
            "bool IsPermanent(int n) { var c = (SmtpStatusCode)n; return n == {|SMTP1001:450|}; }" },
        { "Enum.ToObject", """
            bool IsPermanent(SmtpCommandException ex) => (SmtpStatusCode)Enum.ToObject(typeof(SmtpStatusCode),
                (int)ex.StatusCode) == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "boxed", "bool IsPermanent(SmtpCommandException ex) => ex.StatusCode.Equals({|SMTP1001:SmtpStatusCode.MailboxBusy|});" },
        { "object.Equals", """
            bool IsPermanent(SmtpCommandException ex) => object.Equals(ex.StatusCode,
                {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            """ },
        { "the rest of a division", """
            bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode % 100 == 50
                && (int)ex.StatusCode / 100 == {|SMTP1001:4|};
            """ },
        { "a group of ten", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode / 10 == {|SMTP1001:45|};" },
        { "the negated way round",
            "bool IsPermanent(SmtpCommandException ex) => {|SMTP1001:SmtpStatusCode.MailboxBusy|} == ex.StatusCode;" },
        { "nullable", "bool IsPermanent(SmtpStatusCode? c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "nullable with a value",
            "bool IsPermanent(SmtpStatusCode? c) => c.HasValue && c.Value == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "nullable as a number", "bool IsPermanent(SmtpCommandException ex) => (int?)ex?.StatusCode == {|SMTP1001:450|};" },
        { "with a fallback", """
            bool IsPermanent(Exception ex) => (int)((ex as SmtpCommandException)?.StatusCode ?? 0)
                == {|SMTP1001:450|};
            """ },
    };

    public static readonly Cases Places = new()
    {
        { "a tuple", """
            bool IsPermanent(SmtpCommandException ex) {
                var t = (ex.StatusCode, ex.Message);
                return (t.Item1, 1) is ({|SMTP1001:SmtpStatusCode.MailboxBusy|}, _);
            }
            """ },
        { "a deconstruction", """
            bool IsPermanent(SmtpCommandException ex) {
                var (code, text) = (ex.StatusCode, ex.Message);
                return code == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            }
            """ },
        { "a switch over a tuple", """
            Verdict Of(SmtpCommandException ex, bool local) => (ex.StatusCode, local) switch
            {
                ({|SMTP1001:SmtpStatusCode.MailboxBusy|}, _) => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """ },
        { "a pattern variable", """
            bool IsPermanent(Exception ex) => ex is SmtpCommandException {
                StatusCode: var c
            } && c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "a field", "SmtpStatusCode last; bool IsPermanent() => last == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "an out parameter", """
            bool Ask(out SmtpStatusCode c) { c = 0; return true; }
            bool IsPermanent() { Ask(out var c); return c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}; }
            """ },
        { "an in parameter", "bool IsPermanent(in SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a call", "SmtpStatusCode Ask() => 0; bool IsPermanent() => Ask() == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "an awaited call", """
            Task<SmtpStatusCode> AskAsync() => null;
            async Task<bool> IsPermanent() => await AskAsync() == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "an element of a loop", """
            void On(SmtpStatusCode[] all) {
                foreach (var c in all) if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) queue.DeadLetter(message);
            }
            """ },
        { "a lambda's parameter", "Func<SmtpStatusCode, bool> isPermanent = c => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
    };

    public static readonly Cases Text = new()
    {
        { "the digits", """bool IsPermanent(SmtpCommandException ex) => ((int)ex.StatusCode).ToString() == {|SMTP1001:"450"|};""" },
        { "the first digit as text",
            """bool IsPermanent(SmtpCommandException ex) => ((int)ex.StatusCode).ToString().StartsWith({|SMTP1001:"4"|});""" },
        { "the first digit as a character",
            """bool IsPermanent(SmtpCommandException ex) => ((int)ex.StatusCode).ToString()[0] == {|SMTP1001:'4'|};""" },
        { "the name", """bool IsPermanent(SmtpCommandException ex) => ex.StatusCode.ToString() == {|SMTP1001:"MailboxBusy"|};""" },
        { "the digits by format", """bool IsPermanent(SmtpCommandException ex) => ex.StatusCode.ToString("D") == {|SMTP1001:"450"|};""" },
        { "a switch over the digits", """
            Verdict Of(SmtpCommandException ex)
            {
                switch (((int)ex.StatusCode).ToString())
                {
                    {|SMTP1001:case "450":|} return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """ },
        { "a list pattern", """bool IsPermanent(SmtpCommandException ex) => ((int)ex.StatusCode).ToString() is [{|SMTP1001:'4'|}, ..];""" },
        { "parsed again", """
            bool IsPermanent(SmtpCommandException ex) => int.Parse(((int)ex.StatusCode).ToString().Substring(0, 1))
                == {|SMTP1001:4|};
            """ },
        { "a list of texts", """
            static readonly string[] Permanent = [{|SMTP1001:"450"|}, "550"];
            bool IsPermanent(SmtpCommandException ex) => Permanent.Contains(((int)ex.StatusCode).ToString());
            """ },
    };

    [Theory, MemberData(nameof(Numbers))]
    public Task As_a_number(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Places))]
    public Task Wherever_it_lives(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Text))]
    public Task As_text(string member) => Verify.MailKit(member);
}
