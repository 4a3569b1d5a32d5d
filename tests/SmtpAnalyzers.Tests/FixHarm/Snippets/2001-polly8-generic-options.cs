// finds: SMTP2001
// fixes: SMTP2001
// after: contains ShouldHandle
// after: contains // as agreed with operations
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.Retry;

namespace Shop
{
	public class OrderMail
	{
		public static ValueTask<string> Send(SmtpClient smtp, MimeMessage order)
		{
			var pipeline = new ResiliencePipelineBuilder()
				.AddRetry(new RetryStrategyOptions
				{
					// as agreed with operations
					MaxRetryAttempts = 3,
					Delay = TimeSpan.FromMinutes(10),
					BackoffType = DelayBackoffType.Linear
				})
				.Build();
			return pipeline.ExecuteAsync(async token => await smtp.SendAsync(order, token));
		}
	}
}
