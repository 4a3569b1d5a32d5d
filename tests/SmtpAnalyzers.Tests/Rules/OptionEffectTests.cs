using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>What options change in the rules on reply codes, and in their fixes.</summary>
public sealed class OptionEffectTests
{
    private const string Permanent450 = "smtp_analyzers.permanent_codes = 450", Transient552 = "smtp_analyzers.transient_codes = 552";

    public static readonly TheoryData<string, string, string> Classes = new()
    {
        { "450 given up", Permanent450, """
            bool IsPermanent(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable
                or SmtpStatusCode.MailboxBusy;
            """ },
        { "450 retried", Permanent450, """
            bool ShouldRetry(SmtpStatusCode c) => c is {|SMTP1002:SmtpStatusCode.MailboxBusy|}
                or SmtpStatusCode.ServiceNotAvailable;
            """ },
        { "450 retried with its class", Permanent450, "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 == {|SMTP1002:4|};" },
        { "450 taken out of its class", Permanent450,
            "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 == 4 && c != SmtpStatusCode.MailboxBusy;" },
        { "450 and 451 given up", Permanent450, """
            bool IsPermanent(SmtpStatusCode c) => c is SmtpStatusCode.MailboxBusy
                or {|SMTP1001:SmtpStatusCode.ErrorInProcessing|};
            """ },
        {
            "450 falls to the rest that is retried", Permanent450,
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    case SmtpStatusCode.UserNotLocalTryAlternatePath:
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    case SmtpStatusCode.TransactionFailed:
                        return Verdict.Permanent;
                    {|SMTP1002:default:|}
                        return Verdict.Retry;
                }
            }
            """
        },
        { "552 given up", Transient552, """
            bool IsPermanent(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable
                or {|SMTP1001:SmtpStatusCode.ExceededStorageAllocation|};
            """ },
        { "552 given up with its class", Transient552, "bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:500|};" },
        { "552 taken out of its class", Transient552,
            "bool IsPermanent(SmtpStatusCode c) => (int)c >= 500 && c != SmtpStatusCode.ExceededStorageAllocation;" },
        { "552 retried", Transient552,
            "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 == 4 || c == SmtpStatusCode.ExceededStorageAllocation;" },
        { "552 given up by a site that says so", "smtp_analyzers.permanent_codes = 552",
            "bool IsPermanent(SmtpStatusCode c) => (int)c == 552;" },
        { "552 retried by a site that says no", "smtp_analyzers.permanent_codes = 552",
            "bool ShouldRetry(SmtpStatusCode c) => (int)c == {|SMTP1002:552|};" },
        { "432 given up by name by a site that says no", "smtp_analyzers.transient_codes = 432",
            "bool IsPermanent(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.PasswordTransitionNeeded|};" },
        { "252 retried by a site that says so", "smtp_analyzers.transient_codes = 252",
            "bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.CannotVerifyUserWillAttemptDelivery;" },
        {
            "a predicate taken at its word includes 552", Transient552,
            """
            bool IsTransient(SmtpStatusCode c) => (int)c / 100 == 4 || (int)c == 552;
            Verdict Of(SmtpStatusCode c) => IsTransient(c) ? Verdict.Retry : Verdict.Permanent;
            """
        },
        { "all common codes but 450", Permanent450, """
            bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage;
            """ },
        { "some common codes", Permanent450, """
            bool ShouldRetry(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.ErrorInProcessing|};
            """ },
        { "a bound that leaves out what is of another class here", "smtp_analyzers.transient_codes = 500",
            "bool IsPermanent(SmtpStatusCode c) => (int)c > 500;" },
        { "a bound that leaves out what is not", "smtp_analyzers.transient_codes = 501",
            "bool IsPermanent(SmtpStatusCode c) => (int)c > {|SMTP1005:501|};" },
        { "a refusal that a site calls transient is no success", "smtp_analyzers.transient_codes = 252", """
            bool IsDelivered(SmtpStatusCode c) => c is SmtpStatusCode.Ok
                or {|SMTP1004:SmtpStatusCode.CannotVerifyUserWillAttemptDelivery|};
            """ },
        { "nothing set", "smtp_analyzers.transient_codes =", """
            bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 == 4;
            bool IsPermanent(SmtpStatusCode c) => (int)c == 552;
            """ },
    };

    [Theory, MemberData(nameof(Classes))]
    public Task Codes_have_the_class_that_a_site_gives_them(string what, string config, string member) =>
        Verify.With(config).MailKit($"// {what}\n{member}");

    [Fact]
    public async Task Message_names_the_option()
    {
        var test = Verify.With(Transient552)
            .Test(Verify.InMailKit("bool IsPermanent(SmtpStatusCode c) => {|#1:c == {|#0:SmtpStatusCode.ExceededStorageAllocation|}|};"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Shipped.Descriptors.Single(rule => rule.Id == "SMTP1001"))
            .WithLocation(0)
            .WithLocation(1)
            .WithMessage(
                "552 (ExceededStorageAllocation) is temporary, but given up here ('IsPermanent' returns true), so the message is lost. "
                + "Retry it later (552 is in smtp_analyzers.transient_codes)."));
        await test.RunAsync();
    }

    [Fact]
    public Task Class_test_is_no_fix_where_a_site_says_otherwise() =>
        Verify.With(Transient552).NoFix("bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};");

    [Fact]
    public Task Class_test_is_the_fix_where_no_site_says_otherwise() =>
        Verify.With("smtp_analyzers.transient_codes = 221").Fix(
            "bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};",
            "bool IsPermanent(SmtpStatusCode c) => (int)c is >= 500 and < 600;");

    [Fact]
    public Task Code_is_taken_out_where_the_class_test_would_take_it_in() =>
        Verify.With(Permanent450).Fix(
            "bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ErrorInProcessing\n"
            + "    or SmtpStatusCode.InsufficientStorage or {|SMTP1002:SmtpStatusCode.MailboxBusy|};",
            "bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ErrorInProcessing\n"
            + "    or SmtpStatusCode.InsufficientStorage;");

    [Fact]
    public Task Code_moves_to_where_a_site_wants_it() =>
        Verify.With(Transient552).Fix(
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.ExceededStorageAllocation|} => Verdict.Permanent,
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                SmtpStatusCode.MailboxBusy or SmtpStatusCode.ExceededStorageAllocation => Verdict.Retry,
                _ => Verdict.Other,
            };
            """);

    public static readonly TheoryData<string, string, string> Words = new()
    {
        { "Portuguese, as words", "smtp_analyzers.give_up_names = desistir, falha permanente", """
            enum Destino { Desistir, Outro }
            Destino Of(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ? Destino.Desistir
                : Destino.Outro;
            """ },
        { "Portuguese, a phrase", "smtp_analyzers.retry_names = tentar novamente",
            "bool TentarNovamente(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        {
            "Portuguese, its negation in the other list",
                "smtp_analyzers.retry_names = tentar novamente\nsmtp_analyzers.give_up_names = não tentar novamente",
            """
                bool NãoTentarNovamente(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable
                    or {|SMTP1001:SmtpStatusCode.MailboxBusy|};
                """
        },
        { "Chinese", "smtp_analyzers.retry_names = 稍后重试|重新排队", """
            enum 结果 { 稍后重试, 其他 }
            结果 Of(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} ? 结果.稍后重试 : 结果.其他;
            """ },
        { "Chinese, on both sides", "smtp_analyzers.retry_names = 稍后重试\nsmtp_analyzers.give_up_names = 永久失败",
            "enum 结果 { 稍后重试, 永久失败 } 结果 Of(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|} ? 结果.永久失败 : 结果.稍后重试;" },
        { "a member of the house", "smtp_analyzers.give_up_names = SendToGraveyard", """
            void SendToGraveyard() { }
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) SendToGraveyard();
            }
            """ },
        { "a word taken out", "smtp_analyzers.give_up_names = -drop", """
            void Drop(MimeMessage m) { }
            void On(SmtpCommandException ex) { if (ex.StatusCode == SmtpStatusCode.MailboxBusy) Drop(message); }
            """ },
        { "a word in the list that it is not taken out of", "smtp_analyzers.retry_names = -drop", """
            void Drop(MimeMessage m) { }
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) Drop(message);
            }
            """ },
        { "delivered", "smtp_analyzers.delivered_names = entregue", "bool Entregue(SmtpStatusCode c) => c == SmtpStatusCode.Ok;" },
        { "failure", "smtp_analyzers.failure_names = falhou",
            "bool Falhou(SmtpStatusCode c) => c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};" },
    };

    [Theory, MemberData(nameof(Words))]
    public Task Words_mean_what_a_site_says(string what, string config, string member) =>
        Verify.With(config).MailKit($"// {what}\n{member}");

    [Fact]
    public Task Fixes_read_the_same_words() => Verify.With("smtp_analyzers.give_up_names = desistir").Fix(
        "bool Desistir(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.MailboxBusy|};",
        "bool Desistir(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable;");

    private const string None = "# none";

    // By rule: words that count in one kind of code only. Each row without the option says that it makes the difference.
    public static readonly TheoryData<string, string, string> WordsOfOneKindOfCode = new()
    {
        { "SMTP1009", "smtp_analyzers.failure_names = daneben", Dialogue("""
            R Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if ({|SMTP1009:code != 250|}) return R.Daneben; return R.Done; }
            """) },
        { "SMTP1009", None, Dialogue("""
            R Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code != 250) return R.Daneben; return R.Done; }
            """) },
        { "SMTP1009", None, Dialogue("""
            R Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if ({|SMTP1009:code != 250|}) return R.LastError; return R.Done; }
            """) },
        { "SMTP1009", "smtp_analyzers.failure_names = -error", Dialogue("""
            R Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code != 250) return R.LastError; return R.Done; }
            """) },
        { "SMTP1009", "smtp_analyzers.retry_names = error", Dialogue("""
            R Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code != 250) return R.LastError; return R.Done; }
            """) },
        { "SMTP1009", "smtp_analyzers.give_up_names = misfit", Dialogue("""
            List<string> misfits;
            void Rcpt(string[] all) {
                foreach (var to in all) { var code = Ask($"RCPT TO:<{to}>"); if ({|SMTP1009:code == 250|}) continue; misfits.Add(to); }
            }
            """) },
        { "SMTP1009", None, Dialogue("""
            List<string> misfits;
            void Rcpt(string[] all) {
                foreach (var to in all) { var code = Ask($"RCPT TO:<{to}>"); if (code == 250) continue; misfits.Add(to); }
            }
            """) },
        { "SMTP1009", "smtp_analyzers.failure_names = daneben", Dialogue("""
            int Daneben(string text) => 0;
            bool Rcpt(string to) => Daneben($"RCPT TO:<{to}> was refused") == 250;
            """) },
        { "SMTP1009", None, Dialogue("""
            int Daneben(string text) => 0;
            bool Rcpt(string to) => {|SMTP1009:Daneben($"RCPT TO:<{to}> was refused") == 250|};
            """) },
        { "SMTP3011", "smtp_analyzers.failure_names = daneben", """
            void Suppress(string address) { }
            void OnDaneben(MessageDeliveryStatus report) { foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]); }
            """ },
        { "SMTP3011", None, """
            void Suppress(string address) { }
            void OnDaneben(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) {|SMTP3011:Suppress(g["Final-Recipient"])|};
            }
            """ },
    };

    private static string Dialogue(string member) =>
        $$"""class SmtpTalk { enum R { Done, Daneben, LastError } int Ask(string text) => 0; {{member}} }""";

    [Theory, MemberData(nameof(WordsOfOneKindOfCode))]
    public Task Words_of_one_kind_of_code_can_be_added_to(string rule, string config, string member) =>
        new Verifier(rule, config).MailKit(member);

    public static readonly TheoryData<string, string, string> Members = new()
    {
        { "a property", "P:Acme.Session.Last", "bool IsPermanent(Session s) => s.Last >= {|SMTP1001:400|};" },
        { "a field", "F:Acme.Session.Kept", "bool IsPermanent(Session s) => s.Kept >= {|SMTP1001:400|};" },
        { "a method", "M:Acme.Session.Ask(System.String,System.Int32)",
            "bool ShouldRetry(Session s) => s.Ask(\"quit\", 3) / 100 == {|SMTP1002:5|};" },
        { "one of two overloads", "M:Acme.Session.Ask(System.String)", "bool ShouldRetry(Session s) => s.Ask(\"quit\", 3) / 100 == 5;" },
        { "an enum, by its numbers", "T:Acme.Answer", "bool ShouldRetry(Answer a) => a is {|SMTP1002:Answer.Gone|} or Answer.Later;" },
        { "what overrides it", "P:Acme.Session.Last", "bool IsPermanent(Tls s) => s.Last >= {|SMTP1001:400|};" },
        { "one of several", "P:Acme.Session.Other | F:Acme.Session.Kept", "bool IsPermanent(Session s) => s.Kept >= {|SMTP1001:400|};" },
        { "another", "P:Acme.Session.Other", "bool IsPermanent(Session s) => s.Last >= 400;" },
    };

    // No word of SMTP in the file: only the option brings it in.
    [Theory, MemberData(nameof(Members))]
    public Task Members_hold_reply_codes_where_a_site_says_so(string what, string ids, string member) =>
        Verify.With($"smtp_analyzers.reply_code_members = {ids}").File($$"""
            namespace Acme
            {
                // {{what}}
                enum Answer { Fine = 250, Later = 450, Gone = 550 }

                class Session
                {
                    public virtual int Last => 0;
                    public int Other => 0;
                    public int Kept = 0;
                    public int Ask(string line) => 0;
                    public int Ask(string line, int times) => 0;
                }

                class Tls : Session { public override int Last => 0; }

                class Policy
                {
                    {{member}}
                }
            }
            """);
}
