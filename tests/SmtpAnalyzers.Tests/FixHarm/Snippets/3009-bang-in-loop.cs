// finds: SMTP3009
// fixes: SMTP3009
// after: contains new MailAddress(
// nullable: enable
using System.Collections.Generic;
using System.Net.Mail;

namespace Locals
{
	public record Member(string Email, bool Active);

	public class Club
	{
		public Member? Find(List<Member> members, SmtpFailedRecipientException failure)
		{
			foreach (var member in members)
				if (member.Email == failure.FailedRecipient!)
					return member;
			return null;
		}
	}
}
