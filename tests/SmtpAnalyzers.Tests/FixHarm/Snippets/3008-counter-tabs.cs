// finds: SMTP3008
// fixes: SMTP3008
// after: contains response
// also: csharp7.3
using System;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Quiet
{
	/// <summary>Goes on when a recipient is refused.</summary>
	public class QuietClient : SmtpClient
	{
		public int Refused { get; private set; }

		protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
		{
			Refused++; // and go on
		}
	}
}
