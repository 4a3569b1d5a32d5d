// finds: SMTP4001
// fixes: SMTP4001
// after: contains new SmtpResponse(SmtpReplyCode.Aborted,
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
		private int _failures;

		public override async Task<SmtpResponse> SaveAsync(
			ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
		{
			try
			{
				await Task.Run(() => File.WriteAllBytes("mail", buffer.ToArray()));
				return SmtpResponse.Ok;
			}
			catch (IOException ex)
			{
				_failures++; // Told to the operator at noon.
				Console.WriteLine(ex);
				return SmtpResponse.TransactionFailed; // The disk is full.
			}
		}
	}
}
