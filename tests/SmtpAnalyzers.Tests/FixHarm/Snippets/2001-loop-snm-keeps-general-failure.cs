// finds: SMTP2001
// fixes: SMTP2001
// after: contains GeneralFailure | == -1 | != 5 | is < 500 | not (>= 500 | >= 500) break;
// after: contains Thread.Sleep(wait);
// also: csharp7.3
using System;
using System.Net.Mail;
using System.Threading;

namespace Reports
{
	public class ReportMailer
	{
		public void Mail(SmtpClient smtp, MailMessage report)
		{
			int wait = 60000;
			for (int tries = 0; tries < 4; tries++)
			{
				try
				{
					smtp.Send(report);
					return;
				}
				catch (SmtpException)
				{
					Console.Error.WriteLine("report not mailed, try {0}", tries);
					Thread.Sleep(wait);
					wait *= 2;
				}
			}
			throw new InvalidOperationException("The report was not mailed.");
		}
	}
}
