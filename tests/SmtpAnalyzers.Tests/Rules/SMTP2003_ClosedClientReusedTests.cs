namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2003_ClosedClientReusedTests
{
    private static readonly Verifier Rule = new("SMTP2003");

    public static readonly Cases Reported = new()
    {
        { "a loop over messages", """
            void SendAll(List<MimeMessage> mails) {
                client.Connect("mx");
                foreach (var mail in mails) {
                    try { {|SMTP2003:client.Send(mail)|}; } catch (Exception ex) { log.Info(ex.Message); }
                }
                client.Disconnect(true);
            }
            """ },
        { "a client in a local", """
            async Task SendAll(List<MimeMessage> mails) {
                using var c = new SmtpClient(); await c.ConnectAsync("mx");
                foreach (var mail in mails) {
                    try { await {|SMTP2003:c.SendAsync(mail)|}; }
                    catch (SmtpProtocolException ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a parameter", """
            async Task SendAll(ISmtpClient c, List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { await {|SMTP2003:c.SendAsync(mail)|}; } catch (IOException ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "the interface of transports", """
            async Task SendAll(IMailTransport c, List<MimeMessage> mails) {
                foreach (var mail in mails) { try { await {|SMTP2003:c.SendAsync(mail)|}; } catch (Exception) { } }
            }
            """ },
        { "a subclass", """
            class Mine : SmtpClient { }
            async Task SendAll(Mine c, List<MimeMessage> mails) {
                foreach (var mail in mails) { try { await {|SMTP2003:c.SendAsync(mail)|}; } catch { } }
            }
            """ },
        { "a property", """
            SmtpClient Client { get; } = new SmtpClient();
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { {|SMTP2003:Client.Send(mail)|}; } catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "again in the handler", """
            void Send() {
                try { client.Send(message); } catch (SmtpProtocolException) { {|SMTP2003:client.Send(message)|}; }
            }
            """ },
        { "a notice in the handler", """
            void Send(MimeMessage notice) {
                try { client.Send(message); } catch (IOException) { {|SMTP2003:client.Send(notice)|}; }
            }
            """ },
        { "a retry loop", """
            async Task Send() {
                await client.ConnectAsync("mx");
                for (var i = 0; i < 3; i++) {
                    try { await {|SMTP2003:client.SendAsync(message)|}; return; }
                    catch (SmtpProtocolException) { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a retry loop of types in a filter", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await {|SMTP2003:client.SendAsync(message)|}; return; }
                    catch (Exception ex) when (ex is SmtpProtocolException or IOException) {
                        await Task.Delay(60_000);
                    }
                }
            }
            """ },
        { "after the try", """
            void Send(MimeMessage second) {
                try { client.Send(message); }
                catch (Exception ex) { log.Info(ex.Message); }
                {|SMTP2003:client.Send(second)|};
            }
            """ },
        { "a timeout", """
            async Task SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { await {|SMTP2003:client.SendAsync(mail)|}; } catch (TimeoutException) { }
                }
            }
            """ },
        { "421 by name", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { {|SMTP2003:client.Send(mail)|}; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable) {
                        Thread.Sleep(60_000);
                    }
                }
            }
            """ },
        { "421 in the handler", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await {|SMTP2003:client.SendAsync(message)|}; return; }
                    catch (SmtpCommandException ex) {
                        if (ex.StatusCode != SmtpStatusCode.ServiceNotAvailable) throw; await Task.Delay(60_000);
                    }
                }
            }
            """ },
        { "a helper sends", """
            void SendOne(MimeMessage mail) => client.Send(mail);
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { {|SMTP2003:SendOne(mail)|}; } catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a helper sends with the client it is given", """
            static Task SendOne(SmtpClient c, MimeMessage mail) => c.SendAsync(mail);
            async Task SendAll(SmtpClient mine, List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { await {|SMTP2003:SendOne(mine, mail)|}; } catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "only logged in and disconnected", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { client.Disconnect(true); }
                }
            }
            """ },
        { "a flag that does not end it", """
            bool SendAll(List<MimeMessage> mails) {
                var ok = true;
                foreach (var mail in mails) {
                    try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { ok = false; }
                }
                return ok;
            }
            """ },
        { "one of two paths connects", """
            void SendAll(List<MimeMessage> mails, bool careful) {
                foreach (var mail in mails) {
                    try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { if (careful) client.Connect("mx"); }
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "connected for each", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Connect("mx"); client.Send(mail); client.Disconnect(true); }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a client for each", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { using var c = new SmtpClient(); c.Connect("mx"); c.Send(mail); }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "IsConnected is tested before", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    if (!client.IsConnected) client.Connect("mx");
                    try { client.Send(mail); }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "IsConnected is tested in the filter", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (ProtocolException ex) when (client.IsConnected) { log.Info(ex.Message); }
                }
            }
            """ },
        { "IsConnected is tested in the handler", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (Exception) { if (!client.IsConnected) break; }
                }
            }
            """ },
        { "connected in the handler", """
            async Task Send() {
                try { await client.SendAsync(message); }
                catch (SmtpProtocolException) { await client.ConnectAsync("mx"); await client.SendAsync(message); }
            }
            """ },
        { "connected in a finally", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); }
                    catch (Exception) { }
                    finally { if (!client.IsConnected) client.Connect("mx"); }
                }
            }
            """ },
        { "a helper connects", """
            void Open() { client.Connect("mx"); }
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { Open(); try { client.Send(mail); } catch (Exception) { } }
            }
            """ },
        { "a helper of a helper connects", """
            void Open() => client.Connect("mx");
            void Ready() { if (log != null) Open(); }
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { Ready(); client.Send(mail); } catch (Exception) { } }
            }
            """ },
        { "the helper that sends connects", """
            void SendOne(MimeMessage mail) { if (!client.IsConnected) client.Connect("mx"); client.Send(mail); }
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { SendOne(mail); } catch (Exception) { } }
            }
            """ },
        { "a helper with a client of its own", """
            void SendOne(MimeMessage mail) { using var c = new SmtpClient(); c.Connect("mx"); c.Send(mail); }
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { SendOne(mail); } catch (Exception) { } }
            }
            """ },
        { "somebody else connects", """
            interface IConnections { Task ReadyAsync(SmtpClient c); }
            IConnections connections;
            async Task SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    await connections.ReadyAsync(client); try { await client.SendAsync(mail); } catch (Exception) { }
                }
            }
            """ },
        { "somebody else reconnects", """
            interface IConnections { Task ReconnectAsync(); }
            IConnections connections;
            async Task SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { await client.SendAsync(mail); } catch (Exception) { await connections.ReconnectAsync(); }
                }
            }
            """ },
        { "a client from a pool", """
            interface IPool { SmtpClient Rent(); }
            IPool pool;
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { var c = pool.Rent(); try { c.Send(mail); } catch (Exception) { } }
            }
            """ },
        { "a property that may connect", """
            SmtpClient Client => client;
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { Client.Send(mail); } catch (Exception) { } }
            }
            """ },
        { "the loop ends", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { client.Send(mail); } catch (Exception) { break; } }
            }
            """ },
        { "the handler throws", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) { try { client.Send(mail); } catch (Exception) { log.Info("x"); throw; } }
            }
            """ },
        { "a flag ends it", """
            void SendAll(List<MimeMessage> mails) {
                var failed = false;
                foreach (var mail in mails) {
                    if (failed) break; try { client.Send(mail); } catch (Exception) { failed = true; }
                }
            }
            """ },
        { "only refusals are caught", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "only passing refusals are caught", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { log.Info(ex.Message); }
                }
            }
            """ },
        { "421 ends it", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); }
                    catch (SmtpCommandException ex) {
                        if (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable) break;
                    }
                }
            }
            """ },
        { "another client", """
            SmtpClient second;
            void Send() { try { client.Send(message); } catch (Exception) { second.Send(message); } }
            """ },
        { "a client that connects by itself", """
            class Mine : SmtpClient {
                public override string Send(MimeMessage m, CancellationToken t = default,
                    ITransferProgress p = null) {
                    if (!IsConnected) Connect("mx"); return base.Send(m, t, p);
                }
            }
            void SendAll(Mine c, List<MimeMessage> mails) {
                foreach (var mail in mails) { try { c.Send(mail); } catch (Exception) { } }
            }
            """ },
        { "the last of its kind", """
            void Send() {
                try { client.Send(message); } catch (Exception ex) { log.Info(ex.Message); } client.Disconnect(true);
            }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Sends_on_a_closed_connection(string member) => Rule.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_connected_or_ends(string member) => Rule.MailKit(member);

    [Fact]
    public Task System_Net_Mail_connects_by_itself() => Rule.SystemNetMail(
        """
            void SendAll(List<MailMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """);
}
