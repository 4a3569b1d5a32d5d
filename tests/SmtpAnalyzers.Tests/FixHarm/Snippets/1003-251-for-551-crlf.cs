// finds: SMTP1003
// fixes: SMTP1003
// after: true Permanent.IsPermanent = 550, 551, 553, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?554-599
// also: csharp7.3
using MailKit.Net.Smtp;

namespace Old.Mail
{
	class Permanent
	{
		internal static bool IsPermanent(SmtpStatusCode statusCode)
		{
			return statusCode == SmtpStatusCode.MailboxUnavailable || /* moved */ statusCode == SmtpStatusCode.UserNotLocalWillForward
				|| statusCode == SmtpStatusCode.MailboxNameNotAllowed;
		}
	}
}
