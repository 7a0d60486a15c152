// breaks: medel/no-default-export
export default 1;
