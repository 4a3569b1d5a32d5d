// finds: SMTP2003
// fixes: SMTP2003
// after: lacks smtp.Connect(host, 25);\n smtp.Authenticate
// also: csharp7.3
using System.Collections.Generic;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Branch
{
	public class Office
	{
		public int Failed;

		public void Post(string host, string user, string password, List<MimeMessage> letters)
		{
			using (var smtp = new SmtpClient())
			{
				smtp.Connect(host, 25);
				if ((smtp.Capabilities & SmtpCapabilities.Authentication) != 0)
					smtp.Authenticate(user, password);
				foreach (var letter in letters)
				{
					try
					{
						smtp.Send(letter);
					}
					catch (SmtpProtocolException)
					{
						Failed++; // next one
					}
				}
				smtp.Disconnect(true);
			}
		}
	}
}
