// finds: SMTP2004
// fixes: SMTP2004
// after: contains public async Task SendAsync(MailMessage mail)
// after: contains await Task.Delay(TimeSpan.FromMinutes(15));
// also: csharp7.3
using System;
using System.Net.Mail;
using System.Threading.Tasks;

namespace Membership
{
	public interface IMailer
	{
		Task SendAsync(MailMessage mail);
	}

	public class Mailer : IMailer
	{
		private readonly SmtpClient client = new SmtpClient();

		public async Task SendAsync(MailMessage mail)
		{
			try
			{
				await client.SendMailAsync(mail);
			}
			catch (SmtpFailedRecipientsException ex)
			{
				for (var i = 0; i < ex.InnerExceptions.Length; i++)
				{
					var status = ex.InnerExceptions[i].StatusCode;
					// greylisting
					if (status == SmtpStatusCode.MailboxBusy || status == SmtpStatusCode.LocalErrorInProcessing)
					{
						await Task.Delay(TimeSpan.FromMinutes(15));
						await client.SendMailAsync(mail);
					}
				}
			}
		}
	}
}
