// finds: SMTP1005
// fixes: SMTP1005
// after: true Limits.IsTransient = 400-499
using System.Net.Mail;

class Limits
{
	public bool IsTransient(SmtpException ex)
	{
		int n = (int)ex.StatusCode;
		if (n > 421 &&
			n < 500)
		{
			return true;
		}
		return false;
	}
}
