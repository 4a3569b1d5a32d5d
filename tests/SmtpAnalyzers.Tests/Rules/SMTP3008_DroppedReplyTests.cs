using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3008_DroppedReplyTests
{
    private const string Override = """
        protected override void {|SMTP3008:OnRecipientNotAccepted|}(MimeMessage mail, MailboxAddress mailbox,
            SmtpResponse response)
        """;

    private const string SilentOverride =
        $"protected override void OnRecipientNotAccepted({Parameters})";

    private const string Parameters = "MimeMessage mail, MailboxAddress mailbox, SmtpResponse response";

    private const string Replies = "List<KeyValuePair<MailboxAddress, SmtpResponse>>";

    public static readonly Cases Positives = new()
    {
        { "empty", $"class Own : SmtpClient {{ {Override} {{ }} }}" },
        {
            "the address is kept",
            $$"""
            class Own : SmtpClient
            {
                public List<MailboxAddress> Failed = new List<MailboxAddress>();
                {{Override}} { Failed.Add(mailbox); }
            }
            """
        },
        {
            "the address is kept, an expression",
            $$"""
            class Own : SmtpClient
            {
                public List<MailboxAddress> Failed = new List<MailboxAddress>();
                {{Override}} => Failed.Add(mailbox);
            }
            """
        },
        { "the address is logged", $"class Own : SmtpClient {{ {Override} {{ Console.WriteLine(mailbox + \" was refused\"); }} }}" },
        { "a class between", $"class Base : SmtpClient {{ }} class Own : Base {{ {Override} {{ }} }}" },
    };

    public static readonly Cases Silent = new()
    {
        {
            "the response is kept",
            $$"""
            class Own : SmtpClient
            {
                public List<SmtpResponse> Failed = new List<SmtpResponse>();
                {{SilentOverride}} { Failed.Add(response); }
            }
            """
        },
        { "the code is looked at",
            $"class Own : SmtpClient {{ {SilentOverride} {{ if ((int)response.StatusCode >= 500) Console.WriteLine(mailbox); }} }}" },
        { "the text is logged", $"class Own : SmtpClient {{ {SilentOverride} => Console.WriteLine(response.Response); }}" },
        {
            "the base throws",
            $$"""
            class Own : SmtpClient
            {
                {{SilentOverride}} { Console.WriteLine(mailbox); base.OnRecipientNotAccepted(mail, mailbox, response); }
            }
            """
        },
        { "it throws", $"class Own : SmtpClient {{ {SilentOverride} {{ throw new InvalidOperationException(mailbox.Address); }} }}" },
        {
            "it throws by a helper",
            $$"""
            class Own : SmtpClient
            {
                void ThrowRefused(MailboxAddress to) { throw new InvalidOperationException(to.Address); }
                {{SilentOverride}} { ThrowRefused(mailbox); }
            }
            """
        },
        { "another method of that name", """
            class Other { protected virtual void OnRecipientNotAccepted(SmtpResponse response) { } }
            class Own : Other { protected override void OnRecipientNotAccepted(SmtpResponse response) { } }
            """ },
        { "another override", """
            class Own : SmtpClient {
                protected override void OnSenderAccepted(MimeMessage mail, MailboxAddress mailbox,
                    SmtpResponse response) { }
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a block of lines",
            $$"""
            class Own : SmtpClient
            {
                public List<MailboxAddress> Failed = new List<MailboxAddress>();

                // Others still get it.
                protected override void {|SMTP3008:OnRecipientNotAccepted|}({{Parameters}})
                {
                    Failed.Add(mailbox);
                }
            }
            """,
            $$"""
            class Own : SmtpClient
            {
                public List<MailboxAddress> Failed = new List<MailboxAddress>();

                public {{Replies}} RefusedRecipients { get; } = new {{Replies}}();

                // Others still get it.
                protected override void OnRecipientNotAccepted(MimeMessage mail, MailboxAddress mailbox, SmtpResponse response)
                {
                    RefusedRecipients.Add(new KeyValuePair<MailboxAddress, SmtpResponse>(mailbox, response));
                    Failed.Add(mailbox);
                }
            }
            """
        },
        {
            "an expression",
            $$"""
            class Own : SmtpClient
            {
                List<MailboxAddress> failed = new List<MailboxAddress>();

                protected override void {|SMTP3008:OnRecipientNotAccepted|}({{Parameters}}) =>
                    failed.Add(mailbox);
            }
            """,
            $$"""
            class Own : SmtpClient
            {
                List<MailboxAddress> failed = new List<MailboxAddress>();

                public {{Replies}} RefusedRecipients { get; } = new {{Replies}}();

                protected override void OnRecipientNotAccepted(MimeMessage mail, MailboxAddress mailbox, SmtpResponse response)
                {
                    RefusedRecipients.Add(new KeyValuePair<MailboxAddress, SmtpResponse>(mailbox, response));
                    failed.Add(mailbox);
                }
            }
            """
        },
        {
            "nothing, first in its class",
            $$"""
            class Own : SmtpClient
            {
                protected override void {|SMTP3008:OnRecipientNotAccepted|}({{Parameters}}) { }
            }
            """,
            $$"""
            class Own : SmtpClient
            {
                public {{Replies}} RefusedRecipients { get; } = new {{Replies}}();

                protected override void OnRecipientNotAccepted(MimeMessage mail, MailboxAddress mailbox, SmtpResponse response)
                {
                    RefusedRecipients.Add(new KeyValuePair<MailboxAddress, SmtpResponse>(mailbox, response));
                }
            }
            """
        },
        {
            "the name is taken by a base class",
            $$"""
            class Counting : SmtpClient
            {
                public int RefusedRecipients;
            }

            class Own : Counting
            {
                protected override void {|SMTP3008:OnRecipientNotAccepted|}({{Parameters}})
                {
                }
            }
            """,
            $$"""
            class Counting : SmtpClient
            {
                public int RefusedRecipients;
            }

            class Own : Counting
            {
                public {{Replies}} RepliesToRefusedRecipients { get; } = new {{Replies}}();

                protected override void OnRecipientNotAccepted(MimeMessage mail, MailboxAddress mailbox, SmtpResponse response)
                {
                    RepliesToRefusedRecipients.Add(new KeyValuePair<MailboxAddress, SmtpResponse>(mailbox, response));
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.Exceptions.MailKit($"class Own : SmtpClient {{ {Override} {{ }} }}", LanguageVersion.CSharp7_3);
}
