// finds: SMTP3002
// fixes: SMTP3002
// calls: Suppress
// after: contains ex.Mailbox.Address
// also: csharp7.3
using System.Collections.Generic;
using MailKit.Net.Smtp;
using MimeKit;

namespace Campaign
{
	public class Runner
	{
		private readonly SmtpClient client = new SmtpClient();
		private readonly HashSet<string> suppressed = new HashSet<string>();

		public void Send(MimeMessage mail)
		{
			try
			{
				client.Send(mail);
			}
			catch (SmtpCommandException ex)
			{
				if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
					Suppress(ex.Mailbox.Address);
				else
					throw;
			}
		}

		private void Suppress(string address)
		{
			suppressed.Add(address);
		}
	}
}
