// finds: SMTP3007
// fixes: SMTP3007
// after: contains 500 | / 100 == 5
// also: csharp7.3
using System.Threading.Tasks;
using MailKit.Net.Smtp;

namespace Check
{
	public class Verifier
	{
		private readonly ISmtpClient client;
		public Verifier(ISmtpClient client) { this.client = client; }

		public async Task<bool> IsValidAsync(string address)
		{
			try
			{
				var mailbox = await client.VerifyAsync(address);
				return mailbox != null;
			}
			catch (SmtpCommandException ex)
			{
				System.Console.WriteLine(ex.Message);
				return false;
			}
		}
	}
}
