// finds: SMTP1002
// fixes: SMTP1002
// after: true Greylist.IsTransient = 400-499
// also: csharp7.3
using MailKit.Net.Smtp;

public static class Greylist
{
	/* 421 shutting down, 450 busy,
	   554 local error */
	public static bool IsTransient(SmtpStatusCode c)
	{
		return c == SmtpStatusCode.ServiceNotAvailable || c == SmtpStatusCode.MailboxBusy /* busy */ || c == SmtpStatusCode.TransactionFailed;
	}
}
