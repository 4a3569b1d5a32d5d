// The rows come from a query of a library that is not restored: their members speak by their names.
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;

public enum MailStatus { Pending, Sent, Failed }

public class MailWorker(SmtpClient client, DbContext context, ILogger<MailWorker> log)
{
    public async Task RunAsync(CancellationToken stop)
    {
        var pending = await context.Set<QueuedMail>().Where(row => row.Status == MailStatus.Pending).ToListAsync(stop);
        foreach (var row in pending)
        {
            if (stop.IsCancellationRequested) break;
            try
            {
                var mail = new MailMessage { From = new MailAddress("a@x.test"), Subject = row.Subject };
                mail.To.Add(row.To);
                await client.SendMailAsync(mail);
                row.Status = MailStatus.Sent;
                log.LogInformation("Sent to {To}", row.To);
            }
            catch (Exception ex) // finds: SMTP2001
            {
                row.RetryCount++;
                row.Error = ex.Message;
                if (row.RetryCount >= row.MaxRetries)
                    row.Status = MailStatus.Failed;
                else
                    row.NextAttemptAt = DateTime.UtcNow.AddMinutes(5);
            }
        }
    }

    // The class of the reply decides.
    public async Task RunByClassAsync(QueuedMail row, MailMessage mail)
    {
        try
        {
            await client.SendMailAsync(mail);
        }
        catch (SmtpException ex) when ((int)ex.StatusCode is >= 400 and < 500)
        {
            row.RetryCount++;
            row.NextAttemptAt = DateTime.UtcNow.AddMinutes(5);
        }
    }
}
