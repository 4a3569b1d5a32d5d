using Azure.Messaging.ServiceBus;
using MailKit.Net.Smtp;
using MimeKit;

namespace Azure.Messaging.ServiceBus
{
    public class ServiceBusReceivedMessage { }

    public class ProcessMessageEventArgs
    {
        public ServiceBusReceivedMessage Message { get; } = new();
        public Task CompleteMessageAsync(ServiceBusReceivedMessage message) => Task.CompletedTask;
        public Task AbandonMessageAsync(ServiceBusReceivedMessage message) => Task.CompletedTask;
        public Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, string reason, string text) => Task.CompletedTask;
    }
}

public interface IChannel
{
    void BasicAck(ulong tag, bool multiple);
    void BasicNack(ulong tag, bool multiple, bool requeue);
    void BasicReject(ulong tag, bool requeue);
    void BasicPublish(string exchange, string routingKey, byte[] body);
}

public interface IMailQueue
{
    Task SendAsync(MimeMessage mail);
    Task PublishAsync(MimeMessage mail);
}

// What a consumer answers its broker: Service Bus takes an abandoned message back into the queue.
public class BusConsumer(SmtpClient client)
{
    public async Task Twisted(ProcessMessageEventArgs args, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            await args.CompleteMessageAsync(args.Message);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            await args.AbandonMessageAsync(args.Message);
        }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            await args.DeadLetterMessageAsync(args.Message, "smtp", ex.Message);
        }
    }

    public async Task Blind(ProcessMessageEventArgs args, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            await args.CompleteMessageAsync(args.Message);
        }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            await args.AbandonMessageAsync(args.Message);
        }
    }

    public async Task Right(ProcessMessageEventArgs args, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            await args.CompleteMessageAsync(args.Message);
        }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
        {
            await args.AbandonMessageAsync(args.Message);
        }
        catch (SmtpCommandException ex)
        {
            await args.DeadLetterMessageAsync(args.Message, "smtp", ex.Message);
        }
    }

    // Completed after it was noted: nobody knows from here what another job makes of the note.
    public async Task Noted(ProcessMessageEventArgs args, MimeMessage mail, ILedger ledger)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException ex)
        {
            await ledger.NoteAsync(mail.MessageId, ex.Message);
        }

        await args.CompleteMessageAsync(args.Message);
    }
}

public class RabbitConsumer(SmtpClient client, IChannel channel)
{
    public void Twisted(ulong tag, MimeMessage mail)
    {
        try
        {
            client.Send(mail);
            channel.BasicAck(tag, false);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        {
            channel.BasicNack(tag, false, requeue: false);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) // finds: SMTP1002
        {
            channel.BasicNack(tag, false, true);
        }
    }

    public void FromFourHundred(ulong tag, MimeMessage mail)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException ex)
        {
            channel.BasicReject(tag, requeue: (int)ex.StatusCode >= 400); // finds: SMTP1002
        }
    }

    public void Right(ulong tag, MimeMessage mail)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException ex)
        {
            channel.BasicReject(tag, requeue: (int)ex.StatusCode < 500);
        }
    }

    // By the names of the queues.
    public void ByRoutingKey(ulong tag, MimeMessage mail, byte[] body)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxNameNotAllowed) // finds: SMTP1002
        {
            channel.BasicPublish("", "mail.retry", body);
        }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            channel.BasicPublish("", "mail.dead-letter", body);
        }
    }

    public void ByRoutingKeyRight(ulong tag, MimeMessage mail, byte[] body)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException ex)
        {
            channel.BasicPublish("", (int)ex.StatusCode >= 500 ? "mail.dead-letter" : "mail.retry", body);
        }
    }

    // A notice to whom it may concern says nothing of the mail.
    public void Told(MimeMessage mail, byte[] body)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException)
        {
            channel.BasicPublish("alerts", "mail.refused", body);
        }
    }
}

public class QueueConsumer(SmtpClient client, IMailQueue deadLetterQueue, IMailQueue retryQueue, IMailQueue outbox)
{
    public async Task Twisted(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            await retryQueue.PublishAsync(mail);
        }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            await deadLetterQueue.SendAsync(mail);
        }
    }

    public async Task Right(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
        {
            await retryQueue.PublishAsync(mail);
        }
        catch (SmtpCommandException)
        {
            await deadLetterQueue.SendAsync(mail);
        }
    }

    // Another queue, whose purpose its name does not tell.
    public async Task Elsewhere(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException)
        {
            await outbox.PublishAsync(mail);
        }
    }
}

public class ChannelConsumer(SmtpClient client, System.Threading.Channels.Channel<MimeMessage> deadLetters,
    System.Threading.Channels.Channel<MimeMessage> mails)
{
    public async Task GivenUp(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            await deadLetters.Writer.WriteAsync(mail);
        }
    }

    // Into another channel, whose purpose its name does not tell.
    public async Task Elsewhere(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException)
        {
            await mails.Writer.WriteAsync(mail);
        }
    }
}

public interface ILedger { Task NoteAsync(string id, string text); }
