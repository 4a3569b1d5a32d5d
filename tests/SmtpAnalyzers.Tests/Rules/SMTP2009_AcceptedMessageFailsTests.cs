namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2009_AcceptedMessageFailsTests
{
    public static readonly Cases Positives = new()
    {
        { "a lambda", """
            void Go() {
                client.MessageSent += (s, e) => {|SMTP2009:throw new InvalidOperationException("no")|};
                client.Send(message);
            }
            """ },
        { "on some replies", """
            void Go() {
                client.MessageSent += (s, e) => {
                    if (!e.Response.Contains("queued")) {|SMTP2009:throw new InvalidOperationException(e.Response);|}
                };
            }
            """ },
        { "an anonymous method", """
            void Go() {
                client.MessageSent += delegate(object s, MessageSentEventArgs e) {
                    {|SMTP2009:throw new IOException();|}
                };
            }
            """ },
        { "a method", """
            void Go() { client.MessageSent += OnSent; }
            void OnSent(object sender, MessageSentEventArgs e) {
                if (e.Response == "") {|SMTP2009:throw new IOException();|}
            }
            """ },
        { "a method in a delegate", """
            void Go() { client.MessageSent += new EventHandler<MessageSentEventArgs>(OnSent); }
            static void OnSent(object sender, MessageSentEventArgs e) => {|SMTP2009:throw new IOException()|};
            """ },
        { "a local function", """
            void Go() {
                client.MessageSent += OnSent;
                void OnSent(object sender, MessageSentEventArgs e) { {|SMTP2009:throw new IOException();|} }
            }
            """ },
        { "a variable", """
            void Go() {
                EventHandler<MessageSentEventArgs> handler = (s, e) => { {|SMTP2009:throw new IOException();|} };
                client.MessageSent += handler;
            }
            """ },
        { "a method for two clients", """
            void Go(SmtpClient other) { client.MessageSent += OnSent; other.MessageSent += OnSent; }
            void OnSent(object sender, MessageSentEventArgs e) { {|SMTP2009:throw new IOException();|} }
            """ },
        { "an interface", """void Go(IMailTransport any) { any.MessageSent += (s, e) => { {|SMTP2009:throw new IOException();|} }; }""" },
        { "its own event",
            """class Own : SmtpClient { public Own() { MessageSent += (s, e) => {|SMTP2009:throw new IOException()|}; } }""" },
        { "a missing id", """
            string IdOf(string text) => text;
            void Go() {
                client.MessageSent += (s, e) => {
                    var id = IdOf(e.Response) ?? {|SMTP2009:throw new FormatException("no id")|}; log.Info(id);
                };
            }
            """ },
        { "in a try that catches another exception", """
            void Go() {
                client.MessageSent += (s, e) => {
                    try { {|SMTP2009:throw new IOException();|} } catch (FormatException) { }
                };
            }
            """ },
        { "an override", """
            class Own : SmtpClient {
                protected override void OnMessageSent(MessageSentEventArgs e) {
                    base.OnMessageSent(e); if (e.Response.Length == 0) {|SMTP2009:throw new FormatException();|}
                }
            }
            """ },
        { "an override, an expression", """
            class Own : SmtpClient {
                protected override void OnMessageSent(MessageSentEventArgs e) =>
                    {|SMTP2009:throw new FormatException()|};
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "nothing is thrown", """void Go() { client.MessageSent += (s, e) => log.Info(e.Response); client.Send(message); }""" },
        { "it is caught", """
            void Go() {
                client.MessageSent += (s, e) => {
                    try { if (e.Response == "") throw new IOException(); }
                    catch (Exception ex) { log.Info(ex.Message); }
                };
            }
            """ },
        { "something else has failed", """
            void Go() {
                client.MessageSent += (s, e) => {
                    try { log.Info(e.Response); } catch (Exception ex) { throw new IOException("no log", ex); }
                };
            }
            """ },
        { "thrown again", """
            void Go() {
                client.MessageSent += (s, e) => {
                    try { log.Info(e.Response); } catch (Exception) { queue.Requeue(s); throw; }
                };
            }
            """ },
        { "an argument", """
            void Go() {
                client.MessageSent += (s, e) => { if (e == null) throw new ArgumentNullException(nameof(e)); };
            }
            """ },
        { "a sender of another type", """
            void Go() {
                client.MessageSent += (s, e) => {
                    var own = s as SmtpClient ?? throw new ArgumentException("not a client", nameof(s));
                    log.Info(own.ToString());
                };
            }
            """ },
        { "it is disposed", """
            bool disposed;
            void Go() {
                client.MessageSent += (s, e) => { if (disposed) throw new ObjectDisposedException("mailer"); };
            }
            """ },
        { "it is not written yet", """
            void Go() { client.MessageSent += OnSent; }
            void OnSent(object sender, MessageSentEventArgs e) => throw new NotImplementedException();
            """ },
        { "a case nobody knows", """
            void Go(int mode) {
                client.MessageSent += (s, e) => log.Info(mode switch {
                    0 => "sent", 1 => e.Response, _ => throw new InvalidOperationException()
                });
            }
            """ },
        { "a case nobody knows, in a statement", """
            void Go(int mode) {
                client.MessageSent += (s, e) => {
                    switch (mode) { case 0: log.Info("sent"); break; default: throw new InvalidOperationException(); }
                };
            }
            """ },
        { "a cancellation", """
            void Go(CancellationToken cancellation) {
                client.MessageSent += (s, e) => {
                    if (cancellation.IsCancellationRequested) throw new OperationCanceledException();
                };
            }
            """ },
        { "an async handler", """void Go() { client.MessageSent += async (s, e) => { await Task.Yield(); throw new IOException(); }; }""" },
        { "on another thread", """void Go() { client.MessageSent += (s, e) => Task.Run(() => { throw new IOException(); }); }""" },
        { "in a function that is kept",
            """Action later; void Go() { client.MessageSent += (s, e) => { later = () => throw new IOException(); }; }""" },
        { "it disconnects, which does not fail the message", """void Go() { client.MessageSent += (s, e) => client.Disconnect(true); }""" },
        { "it disconnects another client", """void Go(SmtpClient other) { client.MessageSent += (s, e) => other.Disconnect(true); }""" },
        { "another event", """void Go() { client.Disconnected += (s, e) => throw new IOException(); }""" },
        { "an event of another class", """
            class Other { public event EventHandler MessageSent; }
            void Go(Other other) { other.MessageSent += (s, e) => throw new IOException(); }
            """ },
        { "a handler that is removed", """
            void Go() { client.MessageSent -= OnSent; }
            void OnSent(object sender, MessageSentEventArgs e) { throw new IOException(); }
            """ },
        { "an override of another class", """
            class Other { protected virtual void OnMessageSent(EventArgs e) { } }
            class Own : Other { protected override void OnMessageSent(EventArgs e) => throw new IOException(); }
            """ },
        { "a method that handles nothing", """void OnMessageSent(object sender, MessageSentEventArgs e) { throw new IOException(); }""" },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Delivery.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Delivery.MailKit(member);
}
