using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What becomes of a message that was sent again to everyone after some recipients were refused. Rows are handlers.</summary>
public sealed class RefusedRecipientsFixTests
{
    private static readonly Verifier Rule = new("SMTP2004");

    // The message is made in the method and not used after it.
    public static readonly FixCases OwnMessages = new()
    {
        {
            "no look at the failures: a loop over them, and no more recipients than those refused with 4xx",
            """
            catch (SmtpFailedRecipientException)
            {
                // Greylisted.
                Thread.Sleep(60_000);
                {|SMTP2004:client.Send(mail)|}; // once more
            }
            """,
            """
            catch (SmtpFailedRecipientException ex)
            {
                // Greylisted.
                Thread.Sleep(60_000);
                var refusedAgain = new List<SmtpFailedRecipientException>();
                foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                {
                    if ((int)failure.StatusCode is >= 400 and < 500)
                    {
                        try
                        {
                            // Everyone else has it already.
                            mail.To.Clear();
                            mail.CC.Clear();
                            mail.Bcc.Clear();
                            mail.To.Add(failure.FailedRecipient);
                            client.Send(mail); // once more
                        }
                        catch (SmtpFailedRecipientException again)
                        {
                            refusedAgain.Add(again);
                        }
                    }
                }

                if (refusedAgain.Count == 1)
                    throw refusedAgain[0];
                if (refusedAgain.Count > 1)
                    throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
            }
            """
        },
        {
            "a loop over the failures, without braces: the other branch is kept",
            """
            catch {|SMTP2002:{|SMTP3005:(SmtpFailedRecipientsException e)|}|}
            {
                foreach (var failed in e.InnerExceptions)
                    if ((int)failed.StatusCode / 100 == 4)
                        {|SMTP2004:client.Send(mail)|};
                    else
                        log.Info(failed.FailedRecipient);
            }
            """,
            """
            catch (SmtpFailedRecipientException e)
            {
                var failures = e is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { e };
                var refusedAgain = new List<SmtpFailedRecipientException>();
                foreach (var failed in failures)
                    if ((int)failed.StatusCode / 100 == 4)
                    {
                        Thread.Sleep(TimeSpan.FromSeconds(10));
                        try
                        {
                            // Everyone else has it already.
                            mail.To.Clear();
                            mail.CC.Clear();
                            mail.Bcc.Clear();
                            mail.To.Add(failed.FailedRecipient);
                            client.Send(mail);
                        }
                        catch (SmtpFailedRecipientException again)
                        {
                            refusedAgain.Add(again);
                        }
                    }
                    else
                        log.Info(failed.FailedRecipient);

                if (refusedAgain.Count == 1)
                    throw refusedAgain[0];
                if (refusedAgain.Count > 1)
                    throw new SmtpFailedRecipientsException(e.Message, refusedAgain.ToArray());
            }
            """
        },
        {
            "the second send is guarded: its failure is handled as before",
            """
            catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
            {
                foreach (var failure in ex.InnerExceptions)
                {
                    try
                    {
                        if (failure.StatusCode == SmtpStatusCode.MailboxBusy)
                        {
                            Thread.Sleep(60_000);
                            {|SMTP2004:client.Send(mail)|};
                        }
                    }
                    catch (SmtpFailedRecipientException once)
                    {
                        log.Info(once.FailedRecipient);
                    }
                }
            }
            """,
            """
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                foreach (var failure in failures)
                {
                    try
                    {
                        if (failure.StatusCode == SmtpStatusCode.MailboxBusy)
                        {
                            Thread.Sleep(60_000);
                            // Everyone else has it already.
                            mail.To.Clear();
                            mail.CC.Clear();
                            mail.Bcc.Clear();
                            mail.To.Add(failure.FailedRecipient);
                            client.Send(mail);
                        }
                    }
                    catch (SmtpFailedRecipientException once)
                    {
                        log.Info(once.FailedRecipient);
                    }
                }
            }
            """
        },
        {
            "the second send ends the loop: it goes to all who were refused",
            """
            catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
            {
                foreach (var failure in ex.InnerExceptions)
                {
                    if (failure.StatusCode == SmtpStatusCode.MailboxBusy)
                    {
                        Thread.Sleep(60_000);
                        {|SMTP2004:client.Send(mail)|};
                        break;
                    }
                }
            }
            """,
            """
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                foreach (var failure in failures)
                {
                    if (failure.StatusCode == SmtpStatusCode.MailboxBusy)
                    {
                        Thread.Sleep(60_000);
                        var refusedAgain = new List<SmtpFailedRecipientException>();
                        foreach (var refusal in failures)
                        {
                            if ((int)refusal.StatusCode is >= 400 and < 500)
                            {
                                try
                                {
                                    // Everyone else has it already.
                                    mail.To.Clear();
                                    mail.CC.Clear();
                                    mail.Bcc.Clear();
                                    mail.To.Add(refusal.FailedRecipient);
                                    client.Send(mail);
                                }
                                catch (SmtpFailedRecipientException again)
                                {
                                    refusedAgain.Add(again);
                                }
                            }
                        }

                        if (refusedAgain.Count == 1)
                            throw refusedAgain[0];
                        if (refusedAgain.Count > 1)
                            throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
                        break;
                    }
                }
            }
            """
        },
        {
            "code on one line is unfolded",
            "catch {|SMTP3005:(SmtpFailedRecipientException ex)|} { Thread.Sleep(60_000); "
                + "if ({|SMTP1002:ex.StatusCode != SmtpStatusCode.MailboxUnavailable|}) {|SMTP2004:client.Send(mail)|}; }",
            """
            catch (SmtpFailedRecipientException ex)
            {
                Thread.Sleep(60_000);
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500)
                {
                    var refusedAgain = new List<SmtpFailedRecipientException>();
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                    {
                        if ((int)failure.StatusCode is >= 400 and < 500)
                        {
                            try
                            {
                                // Everyone else has it already.
                                mail.To.Clear();
                                mail.CC.Clear();
                                mail.Bcc.Clear();
                                mail.To.Add(failure.FailedRecipient);
                                client.Send(mail);
                            }
                            catch (SmtpFailedRecipientException again)
                            {
                                refusedAgain.Add(again);
                            }
                        }
                    }
                    if (refusedAgain.Count == 1)
                        throw refusedAgain[0];
                    if (refusedAgain.Count > 1)
                        throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
                }
            }
            """
        },
        {
            "each exception has a clause of its own",
            """
            catch (SmtpFailedRecipientsException several)
            {
                log.Info(several.Message);
            }
            catch (SmtpFailedRecipientException one)
            {
                if ((int)one.StatusCode / 100 == 4)
                {
                    Thread.Sleep(60_000);
                    {|SMTP2004:client.Send(mail)|};
                }
            }
            """,
            """
            catch (SmtpFailedRecipientsException several)
            {
                log.Info(several.Message);
            }
            catch (SmtpFailedRecipientException one)
            {
                if ((int)one.StatusCode / 100 == 4)
                {
                    Thread.Sleep(60_000);
                    // Everyone else has it already.
                    mail.To.Clear();
                    mail.CC.Clear();
                    mail.Bcc.Clear();
                    mail.To.Add(one.FailedRecipient);
                    client.Send(mail);
                }
            }
            """
        },
    };

    // Anybody may look at the message afterwards: it gets its recipients back.
    public static readonly FixCases Messages = new()
    {
        {
            "the sample of the documentation: 550 goes where other refusals go",
            """
            catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
            {
                for (int i = 0; i < ex.InnerExceptions.Length; i++)
                {
                    SmtpStatusCode status = ex.InnerExceptions[i].StatusCode;
                    if (status == SmtpStatusCode.MailboxBusy ||
                        status == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                    {
                        Thread.Sleep(60_000);
                        {|SMTP2004:client.Send(message)|};
                    }
                    else
                    {
                        log.Info(ex.InnerExceptions[i].FailedRecipient);
                    }
                }
            }
            """,
            """
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                var refusedAgain = new List<SmtpFailedRecipientException>();
                for (int i = 0; i < failures.Length; i++)
                {
                    SmtpStatusCode status = failures[i].StatusCode;
                    if ((int)status / 100 == 4)
                    {
                        Thread.Sleep(60_000);
                        var to = new List<MailAddress>(message.To);
                        var cc = new List<MailAddress>(message.CC);
                        var bcc = new List<MailAddress>(message.Bcc);
                        try
                        {
                            // Everyone else has it already.
                            message.To.Clear();
                            message.CC.Clear();
                            message.Bcc.Clear();
                            message.To.Add(failures[i].FailedRecipient);
                            client.Send(message);
                        }
                        catch (SmtpFailedRecipientException again)
                        {
                            refusedAgain.Add(again);
                        }
                        finally
                        {
                            message.To.Clear();
                            to.ForEach(message.To.Add);
                            cc.ForEach(message.CC.Add);
                            bcc.ForEach(message.Bcc.Add);
                        }
                    }
                    else
                    {
                        log.Info(failures[i].FailedRecipient);
                    }
                }

                if (refusedAgain.Count == 1)
                    throw refusedAgain[0];
                if (refusedAgain.Count > 1)
                    throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
            }
            """
        },
        {
            "more than the code is asked for: the class is tested at the send",
            """
            catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
            {
                foreach (var failure in ex.InnerExceptions)
                {
                    if (failure.StatusCode != SmtpStatusCode.MailboxNameNotAllowed && failure.FailedRecipient.Length > 0)
                    {
                        Thread.Sleep(60_000);
                        {|SMTP2004:client.Send(message)|};
                    }
                }
            }
            """,
            """
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                var refusedAgain = new List<SmtpFailedRecipientException>();
                foreach (var failure in failures)
                {
                    if (failure.StatusCode != SmtpStatusCode.MailboxNameNotAllowed && failure.FailedRecipient.Length > 0)
                    {
                        Thread.Sleep(60_000);
                        if ((int)failure.StatusCode / 100 == 4)
                        {
                            var to = new List<MailAddress>(message.To);
                            var cc = new List<MailAddress>(message.CC);
                            var bcc = new List<MailAddress>(message.Bcc);
                            try
                            {
                                // Everyone else has it already.
                                message.To.Clear();
                                message.CC.Clear();
                                message.Bcc.Clear();
                                message.To.Add(failure.FailedRecipient);
                                client.Send(message);
                            }
                            catch (SmtpFailedRecipientException again)
                            {
                                refusedAgain.Add(again);
                            }
                            finally
                            {
                                message.To.Clear();
                                to.ForEach(message.To.Add);
                                cc.ForEach(message.CC.Add);
                                bcc.ForEach(message.Bcc.Add);
                            }
                        }
                    }
                }

                if (refusedAgain.Count == 1)
                    throw refusedAgain[0];
                if (refusedAgain.Count > 1)
                    throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
            }
            """
        },
    };

    public static readonly Cases Kept = new()
    {
        {
            "what was refused for good ends the loop before the turn of others",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
                {
                    foreach (var failure in ex.InnerExceptions)
                    {
                        if (failure.StatusCode != SmtpStatusCode.MailboxBusy)
                            throw;
                        Thread.Sleep(60_000);
                        {|SMTP2004:client.Send(message)|};
                    }
                }
            }
            """
        },
        {
            "a loop around the try",
            """
            void Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { {|SMTP2004:client.Send(message)|}; return; }
                    catch (SmtpFailedRecipientException) { Thread.Sleep((i + 1) * 60_000); }
                }
            }
            """
        },
        {
            "a loop of attempts in the handler",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException)
                {
                    for (var i = 0; i < 3; i++)
                    {
                        Thread.Sleep(60_000);
                        {|SMTP2004:client.Send(message)|};
                    }
                }
            }
            """
        },
        {
            "a task that nobody awaits",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException)
                {
                    Thread.Sleep(60_000);
                    _ = {|SMTP2004:client.SendMailAsync(message)|};
                }
            }
            """
        },
        {
            "a task that the caller awaits",
            """
            Task Send()
            {
                try { client.Send(message); return Task.CompletedTask; }
                catch (SmtpFailedRecipientException)
                {
                    Thread.Sleep(60_000);
                    return {|SMTP2004:client.SendMailAsync(message)|};
                }
            }
            """
        },
        {
            "a message that is made anew",
            """
            MailMessage Make() => new MailMessage();
            void Send()
            {
                try { client.Send(Make()); }
                catch (SmtpFailedRecipientException)
                {
                    Thread.Sleep(60_000);
                    {|SMTP2004:client.Send(Make())|};
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(OwnMessages))]
    public Task Own_message_is_sent_to_refused_recipients_only(string handler, string mended) =>
        Rule.SystemNetMailFix(WithOwnMessage(handler), WithOwnMessage(mended));

    [Theory, MemberData(nameof(Messages))]
    public Task Message_is_sent_to_refused_recipients_only_in_CSharp_7_3(string handler, string mended) =>
        Rule.SystemNetMailFix(WithMessage(handler), WithMessage(mended), LanguageVersion.CSharp7_3);

    [Theory, MemberData(nameof(Kept))]
    public Task No_fix(string member) => Rule.SystemNetMailFix(member, member);

    [Fact]
    public Task Lists_get_their_using_and_recipients_that_may_be_null_their_mark() => Rule.FileFix(
        """
        #nullable enable
        using System.Net.Mail;
        using System.Threading.Tasks;

        class Letters
        {
            static async Task SendAsync(SmtpClient client)
            {
                using var letter = new MailMessage { To = { "b@x.test", "c@x.test" } };
                try
                {
                    await client.SendMailAsync(letter);
                }
                catch (SmtpFailedRecipientException)
                {
                    await Task.Delay(60_000);
                    await {|SMTP2004:client.SendMailAsync(letter)|}.ConfigureAwait(false);
                }
            }
        }
        """,
        """
        #nullable enable
        using System.Collections.Generic;
        using System.Net.Mail;
        using System.Threading.Tasks;

        class Letters
        {
            static async Task SendAsync(SmtpClient client)
            {
                using var letter = new MailMessage { To = { "b@x.test", "c@x.test" } };
                try
                {
                    await client.SendMailAsync(letter);
                }
                catch (SmtpFailedRecipientException ex)
                {
                    await Task.Delay(60_000);
                    var refusedAgain = new List<SmtpFailedRecipientException>();
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                    {
                        if ((int)failure.StatusCode is >= 400 and < 500)
                        {
                            try
                            {
                                // Everyone else has it already.
                                letter.To.Clear();
                                letter.CC.Clear();
                                letter.Bcc.Clear();
                                letter.To.Add(failure.FailedRecipient!);
                                await client.SendMailAsync(letter).ConfigureAwait(false);
                            }
                            catch (SmtpFailedRecipientException again)
                            {
                                refusedAgain.Add(again);
                            }
                        }
                    }

                    if (refusedAgain.Count == 1)
                        throw refusedAgain[0];
                    if (refusedAgain.Count > 1)
                        throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
                }
            }
        }
        """);

    [Fact]
    public Task A_handler_that_asks_for_the_code_of_one_failure_goes_through_all_of_them_in_the_style_of_the_file() => Rule.FileFix(
        Tabs("""
        using System;
        using System.Collections.Generic;
        using System.Net.Mail;
        using System.Threading;

        class Letters {
            public virtual void Post(SmtpClient client, MailMessage letter) {
                try {
                    client.Send(letter);
                } catch {|SMTP3005:(SmtpFailedRecipientException ex)|} {
                    // Why?
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) {
                        Thread.Sleep(60000);

                        {|SMTP2004:client.Send(letter)|};
                    } else {
                        Console.WriteLine("Not delivered to {0}",
                            ex.FailedRecipient);
                    }
                }
            }
        }
        """),
        Tabs("""
        using System;
        using System.Collections.Generic;
        using System.Net.Mail;
        using System.Threading;

        class Letters {
            public virtual void Post(SmtpClient client, MailMessage letter) {
                try {
                    client.Send(letter);
                } catch (SmtpFailedRecipientException ex) {
                    var refusedAgain = new List<SmtpFailedRecipientException>();
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }) {
                        // Why?
                        if (failure.StatusCode == SmtpStatusCode.MailboxBusy) {
                            Thread.Sleep(60000);

                            var to = new List<MailAddress>(letter.To);
                            var cc = new List<MailAddress>(letter.CC);
                            var bcc = new List<MailAddress>(letter.Bcc);
                            try {
                                // Everyone else has it already.
                                letter.To.Clear();
                                letter.CC.Clear();
                                letter.Bcc.Clear();
                                letter.To.Add(failure.FailedRecipient);
                                client.Send(letter);
                            } catch (SmtpFailedRecipientException again) {
                                refusedAgain.Add(again);
                            } finally {
                                letter.To.Clear();
                                to.ForEach(letter.To.Add);
                                cc.ForEach(letter.CC.Add);
                                bcc.ForEach(letter.Bcc.Add);
                            }
                        } else {
                            Console.WriteLine("Not delivered to {0}",
                                failure.FailedRecipient);
                        }
                    }

                    if (refusedAgain.Count == 1)
                        throw refusedAgain[0];
                    if (refusedAgain.Count > 1)
                        throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
                }
            }
        }
        """));

    private static string Tabs(string source) => source.Replace("    ", "\t");

    private static string WithOwnMessage(string handler) => $$"""
        void Send(string[] list)
        {
        using var mail = new MailMessage();
        foreach (var one in list)
            mail.Bcc.Add(one);
        try
        {
            client.Send(mail);
        }
        {{handler}}
        }
        """;

    private static string WithMessage(string handler) => $$"""
        void Send()
        {
        try
        {
            client.Send(message);
        }
        {{handler}}
        }
        """;
}
