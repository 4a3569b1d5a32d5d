// finds: SMTP3003
// after: contains await StoreAsync(message)
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Stores
{
	public abstract class Stored
	{
		public async Task RunAsync(SmtpClient client, MimeMessage message)
		{
			var reply = await client.SendAsync(message);
			if (await StoreAsync(message) && !reply.Contains("250"))
				throw new InvalidOperationException("not sent");
		}

		protected abstract Task<bool> StoreAsync(MimeMessage message);
	}
}
