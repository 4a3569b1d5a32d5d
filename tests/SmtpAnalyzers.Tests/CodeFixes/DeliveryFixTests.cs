using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fix for a closed connection makes of a program.</summary>
public sealed class DeliveryFixTests
{
    public static readonly FixCases Reconnects = new()
    {
        {
            "before the send",
            """
            async Task SendAll(List<MimeMessage> mails)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("mx", 587);
                await c.AuthenticateAsync("user", "password");
                foreach (var mail in mails)
                {
                    try
                    {
                        // One by one.
                        await Task.Yield();
                        await {|SMTP2003:c.SendAsync(mail)|};
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """,
            """
            async Task SendAll(List<MimeMessage> mails)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("mx", 587);
                await c.AuthenticateAsync("user", "password");
                foreach (var mail in mails)
                {
                    try
                    {
                        // One by one.
                        await Task.Yield();
                        if (!c.IsConnected)
                        {
                            await c.ConnectAsync("mx", 587);
                            await c.AuthenticateAsync("user", "password");
                        }

                        await c.SendAsync(mail);
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """
        },
        {
            "first in its block",
            """
            void SendAll(List<MimeMessage> mails)
            {
                client.Connect("mx");
                foreach (var mail in mails)
                {
                    try
                    {
                        {|SMTP2003:client.Send(mail)|};
                    }
                    catch (SmtpProtocolException)
                    {
                    }
                }
            }
            """,
            """
            void SendAll(List<MimeMessage> mails)
            {
                client.Connect("mx");
                foreach (var mail in mails)
                {
                    try
                    {
                        if (!client.IsConnected)
                        {
                            client.Connect("mx");
                        }

                        client.Send(mail);
                    }
                    catch (SmtpProtocolException)
                    {
                    }
                }
            }
            """
        },
        {
            "with the condition around the login, and what is set before it",
            """
            async Task SendAll(List<MimeMessage> mails, string user, string password)
            {
                await client.ConnectAsync("mx").ConfigureAwait(false);
                log.Info("connected");
                client.AuthenticationMechanisms.Remove("XOAUTH2");
                if (!string.IsNullOrEmpty(user))
                    await client.AuthenticateAsync(user, password).ConfigureAwait(false);
                foreach (var mail in mails)
                {
                    try
                    {
                        await {|SMTP2003:client.SendAsync(mail)|}.ConfigureAwait(false);
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """,
            """
            async Task SendAll(List<MimeMessage> mails, string user, string password)
            {
                await client.ConnectAsync("mx").ConfigureAwait(false);
                log.Info("connected");
                client.AuthenticationMechanisms.Remove("XOAUTH2");
                if (!string.IsNullOrEmpty(user))
                    await client.AuthenticateAsync(user, password).ConfigureAwait(false);
                foreach (var mail in mails)
                {
                    try
                    {
                        if (!client.IsConnected)
                        {
                            await client.ConnectAsync("mx").ConfigureAwait(false);
                            client.AuthenticationMechanisms.Remove("XOAUTH2");
                            if (!string.IsNullOrEmpty(user))
                                await client.AuthenticateAsync(user, password).ConfigureAwait(false);
                        }

                        await client.SendAsync(mail).ConfigureAwait(false);
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """
        },
        {
            "in the file's braces and tabs, above the send's comment",
            """
            void SendAll(List<MimeMessage> mails, string user) {
            	client.Connect("mx");
            	if (user.Length > 0) {
            		client.Authenticate(user, "");
            	} else {
            		client.Authenticate("anonymous", "");
            	}
            	foreach (var mail in mails) {
            		try {
            			// One by one.
            			{|SMTP2003:client.Send(mail)|};
            		} catch (Exception ex) {
            			log.Info(ex.Message);
            		}
            	}
            }
            """,
            """
            void SendAll(List<MimeMessage> mails, string user) {
            	client.Connect("mx");
            	if (user.Length > 0) {
            		client.Authenticate(user, "");
            	} else {
            		client.Authenticate("anonymous", "");
            	}
            	foreach (var mail in mails) {
            		try {
            			if (!client.IsConnected) {
            				client.Connect("mx");
            				if (user.Length > 0) {
            					client.Authenticate(user, "");
            				} else {
            					client.Authenticate("anonymous", "");
            				}
            			}

            			// One by one.
            			client.Send(mail);
            		} catch (Exception ex) {
            			log.Info(ex.Message);
            		}
            	}
            }
            """
        },
    };

    [Theory, MemberData(nameof(Reconnects))]
    public Task It_is_connected_again(string member, string mended) =>
        new Verifier("SMTP2003").Fix(member.Replace("\\t", "\t"), mended.Replace("\\t", "\t"));

    [Theory]
    [InlineData(
        """
        void SendAll(List<MimeMessage> mails)
        {
            foreach (var mail in mails)
            {
                try { {|SMTP2003:client.Send(mail)|}; }
                catch (Exception) { }
            }
        }
        """)]
    [InlineData("""
        void SendAll(List<MimeMessage> mails, string host)
        {
            if (host == "a") client.Connect("a"); else client.Connect("b");
            foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { } }
        }
        """)]
    [InlineData("""
        int port;
        void SendAll(List<MimeMessage> mails)
        {
            client.Connect("mx", port++);
            foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { } }
        }
        """)]
    [InlineData("""
        void SendAll(List<MimeMessage> mails, bool login)
        {
            client.Connect("mx");
            switch (login) { case true: client.Authenticate("user", "password"); break; }
            foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { } }
        }
        """)]
    public Task Not_where_nothing_says_how_to_connect(string member) => new Verifier("SMTP2003").NoFix(member);
}
