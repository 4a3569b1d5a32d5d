using MailKit.Net.Smtp;

namespace Newsletter;

/// <summary>Confirmations do not go through the queue: somebody is waiting for them.</summary>
internal sealed class ConfirmationMailer(SmtpSender sender, Settings settings, Report report)
{
    public async Task SendAsync(Mail mail)
    {
        for (var attempt = 1; attempt <= Settings.MaxAttempts; attempt++)
        {
            report.Attempts++;
            try
            {
                await sender.SendAsync(mail);
                report.Delivered++;
                return;
            }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
            {
                Console.WriteLine($"  {mail.Kind} to {mail.To}: mailbox unavailable, trying again");
                await Task.Delay(settings.Pause);
            }
            catch (SmtpCommandException ex)
            {
                Console.WriteLine($"  {mail.Kind} to {mail.To}: {ex.StatusCode}");
                break;
            }
        }

        report.GivenUp++;
    }
}
