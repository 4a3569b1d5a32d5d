// finds: SMTP3006
// fixes: SMTP3006
// after: contains InnerException
// also: csharp7.3
using System;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Desktop
{
	public class Account
	{
		public bool Open(SmtpClient client, string user, string password)
		{
			try {
				client.Authenticate(user, password);
				return true;
			} catch (AuthenticationException) {
				Console.WriteLine("Wrong password for " + user); // three times, then lock
				return false;
			}
		}
	}
}
