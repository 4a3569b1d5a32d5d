// finds: SMTP3001
// fixes: SMTP3001
// after: lacks ex is SmtpCommandException || ex is SmtpCommandException
// also: csharp7.3
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Both
{
	public class Uploader
	{
		public async Task<bool> TryAsync(SmtpClient client, MimeMessage message)
		{
			try
			{
				await client.SendAsync(message);
				return true;
			}
			catch (Exception ex) when (ex is SmtpCommandException || ex is System.Net.Mail.SmtpException)
			{
				Console.Error.WriteLine(ex.Message); // shown in the console
				return false;
			}
		}
	}
}
