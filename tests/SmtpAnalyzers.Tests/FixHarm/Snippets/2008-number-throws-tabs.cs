// finds: SMTP2008
// fixes: SMTP2008
// after: contains "QUIT"
// also: csharp7.3
using System;
using System.IO;

namespace Device
{
	public class SmtpPusher
	{
		private readonly StreamReader reader;
		private readonly StreamWriter writer;

		public SmtpPusher(StreamReader reader, StreamWriter writer)
		{
			this.reader = reader;
			this.writer = writer;
		}

		public void Push(string to, string text)
		{
			Expect("MAIL FROM:<device@example.com>", 250);
			Expect("RCPT TO:<" + to + ">", 250, 251);
			Expect("DATA", 354);
			writer.WriteLine(text);
			Expect(".", 250);
			Expect("QUIT", 221);
		}

		private void Expect(string line, params int[] codes)
		{
			writer.WriteLine(line);
			var code = int.Parse(reader.ReadLine().Substring(0, 3));
			if (Array.IndexOf(codes, code) < 0)
				throw new IOException(line + " was answered " + code);
		}
	}
}
