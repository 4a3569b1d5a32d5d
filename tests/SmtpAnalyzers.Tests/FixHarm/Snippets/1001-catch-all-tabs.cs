// finds: SMTP1001
// fixes: SMTP1001
// after: contains catch (SmtpCommandException) when | catch (SmtpCommandException ex) when
using MailKit.Net.Smtp;
using MimeKit;

namespace Billing
{
	public interface IDeadLetterStore
	{
		void MoveToDeadLetters(MimeMessage message, string reason);
	}

	public class InvoiceMailer
	{
		private readonly SmtpClient _smtp;
		private readonly IDeadLetterStore _store;

		public InvoiceMailer(SmtpClient smtp, IDeadLetterStore store)
		{
			_smtp = smtp;
			_store = store;
		}

		public void Send(MimeMessage invoice)
		{
			try
			{
				_smtp.Send(invoice);
			}
			catch (SmtpCommandException ex)
			{
				// nobody reads the log, so keep the text with the mail
				_store.MoveToDeadLetters(invoice, ex.Message);
			}
		}
	}
}
