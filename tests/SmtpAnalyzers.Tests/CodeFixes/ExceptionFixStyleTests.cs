using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fixes on exceptions insert looks like the file around it.</summary>
public sealed class ExceptionFixStyleTests
{
    private const string BothForms = """
        using System;
        using System.Net.Mail;

        class Outbox {
          void Send(SmtpClient client, MailMessage message, Action<string> suppress) {
            try {
              client.Send(message);
            } catch {|SMTP3005:(SmtpFailedRecipientException ex)|} {
              // 4xx: next night
              if ((int)ex.StatusCode / 100 == 5) {
                suppress(ex.FailedRecipient);
              }
            }
          }
        }
        """;

    private const string BothFormsFixed = """
        using System;
        using System.Net.Mail;

        class Outbox {
          void Send(SmtpClient client, MailMessage message, Action<string> suppress) {
            try {
              client.Send(message);
            } catch (SmtpFailedRecipientException ex) {
              foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }) {
                // 4xx: next night
                if ((int)failure.StatusCode / 100 == 5) {
                  suppress(failure.FailedRecipient);
                }
              }
            }
          }
        }
        """;

    private const string Login = """
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Login {
          string Open(SmtpClient client) {
            try {
              client.Authenticate("a", "b");
              return "ok";
            } catch {|SMTP3006:(AuthenticationException)|} {
              return "Wrong password";
            }
          }
        }
        """;

    private const string Temporary = "(int)reply.StatusCode is >= 400 and < 500";

    private const string LoginFixed = $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Login {
          string Open(SmtpClient client) {
            try {
              client.Authenticate("a", "b");
              return "ok";
            } catch (AuthenticationException ex) when (ex.InnerException is SmtpCommandException reply && {{Temporary}}) {
              throw;
            } catch (AuthenticationException) {
              return "Wrong password";
            }
          }
        }
        """;

    private const string Dropped = """
        using MailKit;
        using MailKit.Net.Smtp;
        using MimeKit;

        class Quiet : SmtpClient {
          // Goes on.
          protected override void {|SMTP3008:OnRecipientNotAccepted|}(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) {
            // nothing
          }
        }
        """;

    private const string Replies = "List<KeyValuePair<MailboxAddress, SmtpResponse>>";

    private const string DroppedFixed = $$"""
        using System.Collections.Generic;
        using MailKit;
        using MailKit.Net.Smtp;
        using MimeKit;

        class Quiet : SmtpClient {
          public List<KeyValuePair<MailboxAddress, SmtpResponse>> RefusedRecipients { get; } = new {{Replies}}();

          // Goes on.
          protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) {
            RefusedRecipients.Add(new KeyValuePair<MailboxAddress, SmtpResponse>(mailbox, response));
            // nothing
          }
        }
        """;

    private const string Inline = """
        using MailKit.Net.Smtp;
        using MimeKit;

        class Outbox {
          bool Send(SmtpClient client, MimeMessage message) => {|SMTP3003:client.Send(message).Contains("OK")|};
        }
        """;

    private const string InlineFixed = """
        using MailKit.Net.Smtp;
        using MimeKit;

        class Outbox {
          bool Send(SmtpClient client, MimeMessage message) {
            client.Send(message);
            return true;
          }
        }
        """;

    public static readonly TheoryData<string, string> Files = new()
    {
        { BothForms, BothFormsFixed }, { Login, LoginFixed }, { Dropped, DroppedFixed }, { Inline, InlineFixed },
    };

    [Theory, MemberData(nameof(Files))]
    public Task Braces_at_the_end_of_the_line_and_two_spaces(string source, string mended) => Verify.Exceptions.FileFix(source, mended);

    [Theory, MemberData(nameof(Files))]
    public Task Tabs(string source, string mended) => Verify.Exceptions.FileFix(source.Replace("  ", "\t"), mended.Replace("  ", "\t"));

    [Theory, MemberData(nameof(Files))]
    public Task Braces_on_lines_of_their_own(string source, string mended) => Verify.Exceptions.FileFix(Allman(source), Allman(mended));

    [Theory, MemberData(nameof(Files))]
    public Task Carriage_returns(string source, string mended) =>
        Verify.Exceptions.FileFix(source.Replace("\n", "\r\n"), mended.Replace("\n", "\r\n"));

    // The usings of one system, the code of another.
    [Fact]
    public Task Line_endings_of_the_neighbours() =>
        Verify.Exceptions.FileFix(HeadWithCarriageReturns(Dropped), HeadWithCarriageReturns(DroppedFixed));

    private static string HeadWithCarriageReturns(string source) =>
        source[..source.IndexOf("class")].Replace("\n", "\r\n") + source[source.IndexOf("class")..];

    private static string Allman(string source) => string.Join("\n", source.Split('\n').SelectMany(static line =>
    {
        var indentation = line[..^line.TrimStart().Length];
        var text = line.Trim();
        if (text.StartsWith("} catch"))
            return [indentation + "}", .. Opened(indentation, text[2..])];
        return Opened(indentation, line.TrimStart());
    }));

    private static IEnumerable<string> Opened(string indentation, string text) =>
        text.EndsWith(" {") ? [indentation + text[..^2], indentation + "{"] : [text.Length == 0 ? "" : indentation + text];
}
