// finds: SMTP4002
// fixes: SMTP4002
// after: contains when (!(ex is FormatException))
// also: csharp7.3
using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Inbox
{
	public class SpoolStore : MessageStore
	{
		public override async Task<SmtpResponse> SaveAsync(
			ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
		{
			var path = Path.GetTempFileName(); // One file each.
			File.WriteAllText(path, @"X-Spool: 1
second line");

			await Task.Yield();
			return SmtpResponse.Ok;
		}
	}
}
