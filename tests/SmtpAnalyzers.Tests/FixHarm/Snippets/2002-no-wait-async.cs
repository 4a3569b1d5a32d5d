// finds: SMTP2002
// fixes: SMTP2002
// after: contains await Task.Delay(
// also: csharp7.3
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Kiosks
{
	public class Posting
	{
		public async Task SendAsync(SmtpClient client, MimeMessage message)
		{
			for (int round = 1; ; round++)
			{
				try
				{
					await client.SendAsync(message);
					return;
				}
				catch (SmtpCommandException e) when (round < 4 && (int)e.StatusCode / 100 == 4)
				{
					Console.WriteLine("round {0}: {1}", round, e.Message);
				}
			}
		}
	}
}
