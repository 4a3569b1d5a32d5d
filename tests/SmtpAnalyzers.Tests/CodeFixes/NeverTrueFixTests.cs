using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Tests that can never be true go, or catch the exception that does carry the reply.</summary>
public sealed class NeverTrueFixTests
{
    private const string Refused = "ex.InnerException is SmtpCommandException reply";

    private const string Unknown = "SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed";

    private const string Temporary = "SmtpStatusCode.TemporaryAuthenticationFailure";

    public static readonly FixCases Tests = new()
    {
        {
            "an alternative of a condition",
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c >= 500) return;
                if (c == SmtpStatusCode.MailboxBusy || {|SMTP1007:c == SmtpStatusCode.MailboxUnavailable|}) log.Info("!");
            }
            """,
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c >= 500) return;
                if (c == SmtpStatusCode.MailboxBusy) log.Info("!");
            }
            """
        },
        {
            "an alternative of a pattern",
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c < 500) return;
                if (c is {|SMTP1007:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable) log.Info("!");
            }
            """,
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c < 500) return;
                if (c is SmtpStatusCode.MailboxUnavailable) log.Info("!");
            }
            """
        },
        {
            "a label",
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return;
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy:
                    {|SMTP1007:case SmtpStatusCode.MailboxUnavailable:|}
                        log.Info("a");
                        break;
                }
            }
            """,
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return;
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy:
                        log.Info("a");
                        break;
                }
            }
            """
        },
        {
            "an arm",
            """
            string Of(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return "";
                return c switch
                {
                    SmtpStatusCode.MailboxBusy => "a",
                    {|SMTP1007:SmtpStatusCode.MailboxUnavailable|} => "b",
                    _ => "c",
                };
            }
            """,
            """
            string Of(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return "";
                return c switch
                {
                    SmtpStatusCode.MailboxBusy => "a",
                    _ => "c",
                };
            }
            """
        },
        {
            "a handler",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400) { log.Info("a"); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxBusy|}) { log.Info("b"); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400) { log.Info("a"); }
            }
            """
        },
        {
            "530 around Send",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationRequired|})
                {
                    log.Info(ex.Message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (ServiceNotAuthenticatedException ex)
                {
                    log.Info(ex.Message);
                }
            }
            """
        },
        {
            "a refused login",
            """
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.TemporaryAuthenticationFailure|})
                {
                    log.Info(ex.Message);
                }
            }
            """,
            $$"""
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (MailKit.Security.AuthenticationException ex) when ({{Refused}} && reply.StatusCode == {{Temporary}})
                {
                    log.Info(ex.Message);
                }
            }
            """
        },
    };

    public static readonly FixCases Dead = new()
    {
        {
            "a section with all that is done there",
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return;
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy:
                        log.Info("a");
                        break;
                    {|SMTP1007:case SmtpStatusCode.MailboxUnavailable:|}
                    case SmtpStatusCode.TransactionFailed:
                        log.Info("b");
                        log.Info("c");
                        break;
                }
            }
            """,
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c / 100 == 5)
                    return;
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy:
                        log.Info("a");
                        break;
                }
            }
            """
        },
        {
            "a last handler whose catch shares its line with a brace",
            """
            void Send() {
            	try {
            		client.Send(message);
            	} catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400) {
            		log.Info("a");
            	} catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxBusy|}) {
            		log.Info("b");
            	}
            	log.Info("c");
            }
            """,
            """
            void Send() {
            	try {
            		client.Send(message);
            	} catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400) {
            		log.Info("a");
            	}
            	log.Info("c");
            }
            """
        },
        {
            "530 beside another condition",
            """
            void Send(int tries)
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (tries < 3 && {|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationRequired|})
                {
                    log.Info(ex.Message);
                }
            }
            """,
            """
            void Send(int tries)
            {
                try { client.Send(message); }
                catch (ServiceNotAuthenticatedException ex) when (tries < 3)
                {
                    log.Info(ex.Message);
                }
            }
            """
        },
        {
            "a refused login that is looked at in the handler",
            """
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (SmtpCommandException ex)
                {
                    if ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationInvalidCredentials|})
                        log.Info("Wrong password: " + ex.Message);
                    else
                        log.Info(ex.StatusCode.ToString());
                }
            }
            """,
            """
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (MailKit.Security.AuthenticationException ex) when (ex.InnerException is SmtpCommandException reply)
                {
                    if (reply.StatusCode == SmtpStatusCode.AuthenticationInvalidCredentials)
                        log.Info("Wrong password: " + ex.Message);
                    else
                        log.Info(reply.StatusCode.ToString());
                }
            }
            """
        },
    };

    public static readonly FixCases Recipients = new()
    {
        {
            "one code",
            """
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    refused = {|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxUnavailable|};
                }
                catch (SmtpFailedRecipientException ex) { refused = ex.StatusCode == SmtpStatusCode.MailboxUnavailable; }
            }
            """,
            """
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    refused = ex.InnerExceptions.Any(inner => inner.StatusCode == SmtpStatusCode.MailboxUnavailable);
                }
                catch (SmtpFailedRecipientException ex) { refused = ex.StatusCode == SmtpStatusCode.MailboxUnavailable; }
            }
            """
        },
        {
            "a range",
            """
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    refused = {|SMTP1007:(int)ex.StatusCode >= 500|} && (int)ex.StatusCode < 600;
                }
                catch (SmtpFailedRecipientException ex) { refused = (int)ex.StatusCode >= 500; }
            }
            """,
            """
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    refused = ex.InnerExceptions.Any(inner => (int)inner.StatusCode >= 500 && (int)inner.StatusCode < 600);
                }
                catch (SmtpFailedRecipientException ex) { refused = (int)ex.StatusCode >= 500; }
            }
            """
        },
        {
            "a pattern",
            """
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    if (ex.StatusCode is {|SMTP1007:SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed|}) // gone
                        refused = true;
                }
                catch (SmtpFailedRecipientException ex) { refused = ex.StatusCode == SmtpStatusCode.MailboxUnavailable; }
            }
            """,
            $$"""
            bool refused;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    if (ex.InnerExceptions.Any(inner => inner.StatusCode is {{Unknown}})) // gone
                        refused = true;
                }
                catch (SmtpFailedRecipientException ex) { refused = ex.StatusCode == SmtpStatusCode.MailboxUnavailable; }
            }
            """
        },
    };

    public static readonly Cases ForAPerson = new()
    {
        {
            "what uses the reply in the handler",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationRequired|})
                {
                    log.Info(ex.StatusCode.ToString());
                }
            }
            """
        },
        {
            "a mechanism that was chosen, without an inner reply",
            """
            void Login(MailKit.Security.SaslMechanism sasl)
            {
                try { client.Authenticate(sasl); }
                catch (SmtpCommandException ex) when ({|SMTP1007:(int)ex.StatusCode == 535|}) { log.Info(ex.Message); }
            }
            """
        },
        { "a condition that is nothing else",
            "void On(SmtpStatusCode c) { if ((int)c >= 400) return; if ({|SMTP1007:c == SmtpStatusCode.MailboxBusy|}) log.Info(\"!\"); }" },
        {
            "two codes at once, where another operator was meant",
            """
            void On(SmtpStatusCode c)
            {
                if (c == SmtpStatusCode.MailboxBusy && {|SMTP1007:c == SmtpStatusCode.InsufficientStorage|}) log.Info("!");
            }
            """
        },
    };

    [Theory, MemberData(nameof(Recipients))]
    public Task Asks_the_inner_exceptions(string source, string mended) => Verify.SystemNetMailFix(source, mended);

    [Fact]
    public Task One_answer_for_all_recipients_is_left_to_a_person() => LeftAsItIs(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpFailedRecipientsException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxUnavailable|})
            {
                queue.DeadLetter(message);
            }
            catch (SmtpFailedRecipientException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { queue.DeadLetter(message); }
        }
        """);

    [Fact]
    public Task Labels_that_ask_the_wrong_exception_are_no_dead_code() => LeftAsItIs(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpFailedRecipientsException ex)
            {
                switch (ex.StatusCode)
                {
                    {|SMTP1007:case SmtpStatusCode.MailboxUnavailable:|}
                        log.Info("gone");
                        break;
                    default:
                        log.Info(ex.StatusCode switch { {|SMTP1007:SmtpStatusCode.MailboxBusy|} => "busy", _ => "?" });
                        break;
                }
            }
            catch (SmtpFailedRecipientException ex) { log.Info(ex.Message); }
        }
        """);

    [Fact]
    public Task A_handler_keeps_the_comment_above_it() => LeftAsItIs(
        """
        void Send()
        {
            try { client.Send(message); }
            // some servers say so
            catch (SmtpException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.Ok|}) { log.Info("sent"); }
            catch (SmtpException ex) { log.Info(ex.Message); }
        }
        """);

    [Theory, MemberData(nameof(Tests)), MemberData(nameof(Dead))]
    public Task Mended(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(ForAPerson))]
    public Task Left_to_a_person(string source) => Verify.NoFix(source);

    [Fact]
    public Task A_positive_reply_of_System_Net_Mail() => Verify.SystemNetMailFix(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.Ok|}) { log.Info("sent"); }
            catch (SmtpException ex) { log.Info(ex.Message); }
        }
        """,
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex) { log.Info(ex.Message); }
        }
        """);

    [Fact]
    public Task Positive_replies_in_several_sections_go_together() => Verify.SystemNetMailFix(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MustIssueStartTlsFirst:
                    {|SMTP1007:case SmtpStatusCode.HelpMessage:|}
                        log.Info("odd");
                        break;
                    case SmtpStatusCode.Ok:
                    case SmtpStatusCode.ServiceReady:
                        log.Info("sent");
                        break;
                    default:
                        throw;
                }
            }
        }
        """,
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MustIssueStartTlsFirst:
                        log.Info("odd");
                        break;
                    default:
                        throw;
                }
            }
        }
        """);

    private static Task LeftAsItIs(string source) => Verify.SystemNetMailFix(source, source);
}
