// finds: SMTP3005
// fixes: SMTP3005
// after: contains catch (SmtpFailedRecipientException
// also: csharp7.3
using System;
using System.Net.Mail;

namespace Tabbed
{
	class Outbox
	{
		public void Send(SmtpClient client, MailMessage message, Action<string> failed)
		{
			try {
				client.Send(message);
			}
			catch (SmtpFailedRecipientsException ex) {
				for (int i = 0; i < ex.InnerExceptions.Length; i++) {
					failed(ex.InnerExceptions[i].FailedRecipient); // with brackets
				}
			}
		}
	}
}
