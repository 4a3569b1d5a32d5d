using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>The editor analyzes after every key: what is not finished draws no guess, and never an exception.</summary>
public sealed partial class HalfTypedCodeTests
{
    public static readonly Cases Unfinished = new()
    {
        { "an empty file", "" },
        { "a word in a comment", "// smtp" },
        { "a comparison without its right side", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) => c == ; }" },
        { "a cast of nothing", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) => (int) >= 400; }" },
        { "a bound that is not there", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) => (int)c is >= ; }" },
        { "a member that does not exist", """
            class C {
                bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) =>
                    c == MailKit.Net.Smtp.SmtpStatusCode.MailboxFull;
            }
            """ },
        { "a switch without sections", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) { switch (c) } }" },
        { "a switch expression without arms", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) => c switch { }; }" },
        { "a catch of a type that does not exist", """
            class C {
                void M() {
                    try { } catch (MailKit.Net.Smtp.SmtpCommandExeption ex) when (ex.StatusCode == 450) { GiveUp(); }
                }
            }
            """ },
        { "a filter without a condition",
            "class C { void M() { try { } catch (MailKit.Net.Smtp.SmtpCommandException ex) when () { throw; } } }" },
        { "a list of unknown elements", """
            class C {
                static readonly int[] Retryable = { 450, Busy, };
                bool ShouldRetry(MailKit.Net.Smtp.SmtpStatusCode c) => Retryable.Contains((int)c);
            }
            """ },
        { "a method without a body", "class C { bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) }" },
        { "a method outside any type", "bool IsPermanent(MailKit.Net.Smtp.SmtpStatusCode c) => c.; " },
    };

    [Theory]
    [MemberData(nameof(Unfinished))]
    public async Task What_is_not_finished_is_not_judged(string source) => Assert.Empty(await AsItStands.AnalyzedAndFixedAsync(source));

    [Fact]
    public async Task A_label_that_is_there_twice_is_judged_once()
    {
        var findings = await AsItStands.AnalyzedAndFixedAsync("""
            using MailKit.Net.Smtp;
            class C
            {
                bool IsPermanent(SmtpStatusCode c)
                {
                    switch (c)
                    {
                        case SmtpStatusCode.MailboxBusy: return true;
                        case SmtpStatusCode.MailboxBusy: return true;
                        default: return false;
                    }
                }
            }
            """);

        Assert.Equal(["SMTP1001"], findings);
    }

    [Theory]
    [MemberData(nameof(SMTP1001_TransientReplyGivenUpTests.Lists), MemberType = typeof(SMTP1001_TransientReplyGivenUpTests))]
    [MemberData(nameof(SMTP1001_TransientReplyGivenUpTests.Switches), MemberType = typeof(SMTP1001_TransientReplyGivenUpTests))]
    [MemberData(nameof(SMTP1001_TransientReplyGivenUpTests.Handlers), MemberType = typeof(SMTP1001_TransientReplyGivenUpTests))]
    [MemberData(nameof(SMTP1002_PermanentReplyRetriedTests.SendsAgain), MemberType = typeof(SMTP1002_PermanentReplyRetriedTests))]
    [MemberData(nameof(SMTP1002_PermanentReplyRetriedTests.Polly), MemberType = typeof(SMTP1002_PermanentReplyRetriedTests))]
    [MemberData(nameof(SMTP1003_PositiveReplyFailsTests.Positives), MemberType = typeof(SMTP1003_PositiveReplyFailsTests))]
    public async Task No_keystroke_makes_it_throw(string member)
    {
        const int places = 5;
        member = Markup().Replace(member, "");
        var tokens = CSharpSyntaxTree.ParseText(member).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToList();
        for (var i = 0; i < places; i++)
        {
            var token = tokens[tokens.Count * (2 * i + 1) / (2 * places)];
            string[] variants =
            [
                Verify.InMailKit(member[..token.Span.End]),
                Verify.InMailKit(member.Remove(token.SpanStart, token.Span.Length)),
                Verify.InMailKit(member.Insert(token.SpanStart, token.Text + " ")),
            ];
            foreach (var variant in variants)
                Assert.DoesNotContain("AD0001", await AsItStands.AnalyzedAndFixedAsync(variant));
        }
    }

    [GeneratedRegex(@"\{\|[A-Z0-9]+:|\|\}")]
    private static partial Regex Markup();
}
