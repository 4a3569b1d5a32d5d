// finds: SMTP1002
// fixes: SMTP1002
// after: true Redelivery.ShouldRetry = -1, 200-499
using System.Net.Mail;

static class Redelivery {
	// What we have seen so far.
	public static bool ShouldRetry(SmtpException ex) {
		switch (ex.StatusCode) {
			// hard bounces
			case SmtpStatusCode.MailboxUnavailable:
			case SmtpStatusCode.MailboxNameNotAllowed:
				return false;
			default:
				return true; // the rest
		}
	}
}
