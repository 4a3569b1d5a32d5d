// finds: SMTP3001
// fixes: SMTP3001
// after: lacks .Or<SmtpCommandException>(
// also: csharp7.3
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;

namespace Postcards
{
	public class Sender
	{
		private readonly IAsyncPolicy again = Policy
			.Handle<SmtpCommandException>(e => (int)e.StatusCode / 100 == 4)
			.Or<System.Net.Mail.SmtpFailedRecipientException>() // one bad address
			.WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n * 10));

		public Task SendAsync(SmtpClient client, MimeMessage card)
		{
			return again.ExecuteAsync(() => client.SendAsync(card));
		}
	}
}
