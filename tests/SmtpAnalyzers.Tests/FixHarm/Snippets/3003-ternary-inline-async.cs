// finds: SMTP3003
// after: contains client.SendAsync(mail
// also: csharp7.3
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Inline
{
	public enum Result { Delivered, Failed }

	public sealed class Sender
	{
		public async Task<Result> SendAsync(SmtpClient client, MimeMessage mail, CancellationToken ct)
		{
			return (await client.SendAsync(mail, ct).ConfigureAwait(false)).Contains("Ok") ? Result.Delivered : Result.Failed;
		}
	}
}
