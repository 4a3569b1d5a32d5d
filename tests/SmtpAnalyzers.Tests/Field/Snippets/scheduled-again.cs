using System.Linq.Expressions;
using MailKit.Net.Smtp;
using MimeKit;

public static class BackgroundJob
{
    public static string Schedule(Expression<Action> work, TimeSpan delay) => "";
    public static string Schedule<T>(Expression<Func<T, Task>> work, TimeSpan delay) => "";
}

public class JobExecutionException(Exception cause) : Exception("", cause)
{
    public bool RefireImmediately { get; set; }
}

public interface INewsletterJob { Task SendAsync(int id); }

// A job that has itself run again.
public class NewsletterJob(SmtpClient client, IMails mails) : INewsletterJob
{
    public void Send(int id)
    {
        try
        {
            client.Send(mails.Load(id));
        }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            BackgroundJob.Schedule(() => Send(id), TimeSpan.FromMinutes(10));
        }
    }

    public async Task SendAsync(int id)
    {
        try
        {
            await client.SendAsync(mails.Load(id));
        }
        catch (SmtpCommandException ex)
            when (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            BackgroundJob.Schedule<INewsletterJob>(job => job.SendAsync(id), TimeSpan.FromMinutes(10));
        }
    }

    public void SendRight(int id)
    {
        try
        {
            client.Send(mails.Load(id));
        }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
        {
            BackgroundJob.Schedule(() => SendRight(id), TimeSpan.FromMinutes(10));
        }
    }

    public void Refired(int id)
    {
        try
        {
            client.Send(mails.Load(id));
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) // finds: SMTP1002
        {
            throw new JobExecutionException(ex) { RefireImmediately = true };
        }
    }

    public void RefiredRight(int id)
    {
        try
        {
            client.Send(mails.Load(id));
        }
        catch (SmtpCommandException ex)
        {
            throw new JobExecutionException(ex) { RefireImmediately = (int)ex.StatusCode is >= 400 and < 500 };
        }
    }

    // Another job, which tells somebody.
    public void Tells(int id)
    {
        try
        {
            client.Send(mails.Load(id));
        }
        catch (SmtpCommandException)
        {
            BackgroundJob.Schedule(() => mails.Tell(id), TimeSpan.FromMinutes(10));
        }
    }
}

public interface IMails { MimeMessage Load(int id); void Tell(int id); }
