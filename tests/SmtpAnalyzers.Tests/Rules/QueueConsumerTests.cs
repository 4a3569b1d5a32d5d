namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Consumers of a queue that hand every mail that fails back to it, 550 as well as 450.</summary>
public sealed class QueueConsumerTests
{
    private static readonly Verifier Rule = new("SMTP2001");

    private const string Around = """
        public sealed record Job(string To, int Attempts);
        interface IChannel {
            Task BasicAckAsync(ulong tag);
            Task BasicNackAsync(ulong tag, bool multiple, bool requeue);
            Task BasicRejectAsync(ulong tag, bool requeue);
        }
        interface IMailQueue { Task<Job> DequeueAsync(); Task TryEnqueueAsync(Job job); }
        interface IStore { Task<string> LoadAsync(string to); Task SaveAsync(Job job); }
        IChannel channel; IMailQueue mailQueue; IStore store;
        async Task Send(Job job) {
            var mail = new MimeMessage(); mail.To.Add(MailboxAddress.Parse(job.To)); await client.SendAsync(mail);
        }

        """;

    public static readonly Cases Reported = new()
    {
        { "handed back to the broker", """
            async Task Consume(Job job, ulong tag) {
                try { await Send(job); await channel.BasicAckAsync(tag); }
                catch {|SMTP2001:(Exception)|} { await channel.BasicNackAsync(tag, multiple: false, requeue: true); }
            }
            """ },
        { "written into the channel again", """
            System.Threading.Channels.Channel<Job> mailChannel;
            async Task Run() {
                await foreach (var job in mailChannel.Reader.ReadAllAsync()) {
                    try { await Send(job); } catch {|SMTP2001:(SmtpCommandException)|} { await mailChannel.Writer.WriteAsync(job); }
                }
            }
            """ },
        { "abandoned, which Service Bus delivers again", """
            async Task Consume(Job job, {|CS0246:ProcessMessageEventArgs|} args) {
                try { await Send(job); } catch {|SMTP2001:(SmtpCommandException)|} { await args.AbandonMessageAsync(args.Message); }
            }
            """ },
        { "handed back, by position", """
            async Task Consume(Job job, ulong tag) {
                try { await Send(job); }
                catch {|SMTP2001:(SmtpCommandException)|} { await channel.BasicRejectAsync(tag, true); }
            }
            """ },
        { "handed back in the handler of an event", """
            event Func<Job, ulong, Task> Received;
            void Listen() => Received += async (job, tag) => {
                try { await Send(job); }
                catch {|SMTP2001:(Exception)|} { await channel.BasicNackAsync(tag, false, true); }
            };
            """ },
        { "noted behind the send", """
            async Task Consume(Job job, ulong tag) {
                try { await Send(job); await store.SaveAsync(job); }
                catch {|SMTP2001:(Exception)|} { await channel.BasicNackAsync(tag, false, requeue: true); }
            }
            """ },
        { "a copy is queued, up to some attempts", """
            async Task Work() {
                while (true) {
                    var job = await mailQueue.DequeueAsync();
                    try { await Send(job); }
                    catch {|SMTP2001:(Exception ex)|} {
                        var next = job.Attempts + 1;
                        if (next >= 4) log.Info(ex.Message);
                        else { await Task.Delay(60_000); var again = job with { Attempts = next }; await mailQueue.TryEnqueueAsync(again); }
                    }
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "another channel is told of it", """
            System.Threading.Channels.Channel<Job> auditEvents;
            async Task Consume(Job job) {
                try { await Send(job); } catch (SmtpCommandException) { await auditEvents.Writer.WriteAsync(job); }
            }
            """ },
        { "abandoned where the reply is temporary", """
            async Task Consume(Job job, {|CS0246:ProcessMessageEventArgs|} args) {
                try { await Send(job); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { await args.AbandonMessageAsync(args.Message); }
                catch (SmtpCommandException) { await args.DeadLetterMessageAsync(args.Message); }
            }
            """ },
        { "not handed back", """
            async Task Consume(Job job, ulong tag) {
                try { await Send(job); } catch (Exception) { await channel.BasicNackAsync(tag, true, requeue: false); }
            }
            """ },
        { "a database is read before", """
            async Task Consume(Job job, ulong tag) {
                try { await store.LoadAsync(job.To); await Send(job); }
                catch (Exception) { await channel.BasicNackAsync(tag, false, requeue: true); }
            }
            """ },
        { "5xx is taken out before", """
            async Task Consume(Job job, ulong tag) {
                try { await Send(job); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { await channel.BasicAckAsync(tag); }
                catch (Exception) { await channel.BasicNackAsync(tag, false, requeue: true); }
            }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Every_failure_is_queued_again(string member) => Rule.MailKit(Around + member);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_not(string member) => Rule.MailKit(Around + member);

    [Fact]
    public Task The_package_of_the_broker_is_not_restored() => Rule.MailKit(Around + """
        async Task Consume({|CS0246:IModel|} model, {|CS0246:Delivery|} delivery) {
            try { await Send(new Job(System.Text.Encoding.UTF8.GetString(delivery.Body.ToArray()), 1)); }
            catch {|SMTP2001:(Exception)|} { model.BasicNack(delivery.Tag, multiple: false, requeue: true); }
        }
        """);

    [Fact]
    public Task A_sender_with_a_name_of_another_language() => Rule.File("""
        using System; using System.Threading.Tasks; using MailKit.Net.Smtp; using MimeKit;
        class Trabajador {
            async Task Enviar(string a) {
                var mail = new MimeMessage(); mail.Subject = a; using var client = new SmtpClient(); await client.SendAsync(mail);
            }
            async Task Correr(string a) {
                for (var i = 0; i < 3; i++) { try { await Enviar(a); break; } catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); } }
            }
        }
        """);
}
