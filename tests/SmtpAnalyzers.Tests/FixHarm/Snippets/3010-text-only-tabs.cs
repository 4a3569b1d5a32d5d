// finds: SMTP3010
// fixes: SMTP3010
// after: contains new SmtpException(ex.StatusCode,
// also: csharp7.3
using System.Net.Mail;

namespace Wrap
{
	public class Sender
	{
		public void Send(SmtpClient client, MailMessage mail)
		{
			try
			{
				client.Send(mail);
			}
			catch (SmtpException ex)
			{
				throw new SmtpException("mail " + mail.Subject /* for the log */ + " was not sent: " + ex.Message);
			}
		}
	}
}
