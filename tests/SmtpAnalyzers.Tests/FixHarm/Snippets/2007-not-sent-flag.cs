// finds: SMTP2007
// fixes: SMTP2007
// also: csharp7.3
using System;
using System.Net.Mail;
using System.Threading.Tasks;

namespace Forever
{
	public class Sender
	{
		public async Task SendAsync(SmtpClient smtp, MailMessage message)
		{
			var sent = false;
			while (!sent)
			{
				try
				{
					await smtp.SendMailAsync(message);
					sent = true;
				}
				catch (SmtpException ex)
				{
					if ((int)ex.StatusCode >= 500)
						throw;
					await Task.Delay(TimeSpan.FromMinutes(30));
				}
			}
		}
	}
}
